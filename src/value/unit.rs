//! Units of measure and classifiers.
