//! The tool of the project: builds, serves, checks and measures the page.

fn main() {
    println!("not built yet");
}
