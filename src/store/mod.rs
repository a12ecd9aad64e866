//! Records, joining, and what is kept where. Knows no browser API.
