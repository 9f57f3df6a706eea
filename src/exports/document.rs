//! Members of JSON exports.

use std::borrow::Cow;

use crate::json::Value;
use crate::paste;

/// The member's text, cleaned; a value that is no text is damage, so it gets one that nothing reads.
pub fn text<'v>(item: &'v Value<'_>, name: &str) -> Option<Cow<'v, str>> {
    let value = item.get_any_case(name)?;
    let text = paste::clean(value.text_or_number().unwrap_or("?"));
    (!text.is_empty()).then_some(text)
}
