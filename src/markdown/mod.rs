//! The only place that names pulldown-cmark: parsing, blocks, the safe tree of the preview, splitting.
