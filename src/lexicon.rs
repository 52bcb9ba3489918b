//! Word lists: places, surnames, suffixes, frequent organizations.
