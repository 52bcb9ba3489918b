//! Our own JSON document.
