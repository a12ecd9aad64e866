//! The words of the interface, Japanese and English: a missing word does not compile.
