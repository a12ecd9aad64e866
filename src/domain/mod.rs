//! Events, sections and how they are ordered. Knows nothing but std.
