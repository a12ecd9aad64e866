//! Browser stories, figures and screenshots, driven through WebDriver.

fn main() {}
