//! What is handed out as a file. Knows no storage and no page.
