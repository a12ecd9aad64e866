//! The cases of this layer, one file per topic.

mod cases;
mod incremental;
mod printer;
