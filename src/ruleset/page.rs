//! Places in Microsoft's documentation.

use serde::Serialize;

/// A page of Microsoft's documentation.
#[derive(Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Page {
    /// The title.
    pub title: &'static str,
    /// The day of its text.
    pub date: &'static str,
    /// Its address today.
    pub url: &'static str,
}

/// A place on a page.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Source {
    /// The page.
    pub page: &'static Page,
    /// The heading; empty for the page as a whole.
    pub section: &'static str,
}
