//! The cases of this layer, one file per topic.

mod addresses;
mod alone;
mod anatomy;
mod blocks;
mod boxes;
mod changes;
mod counting;
mod hostile;
mod incremental;
mod inlines;
mod limits;
mod notes;
mod printer;
mod private;
mod rejoin;
mod rejoin_properties;
mod rich;
mod rich_pages;
mod rich_properties;
mod sections;
mod tasks;
