//! Members of JSON exports.

use std::borrow::Cow;

use crate::json::Value;
use crate::paste;

/// The text of a member, cleaned. A value that is not text yields `?`, which no reader accepts,
/// because it is damage.
pub fn text<'v>(item: &'v Value<'_>, name: &str) -> Option<Cow<'v, str>> {
    let value = item.get_any_case(name)?;
    let text = paste::clean(value.text_or_number().unwrap_or("?"));
    (!text.is_empty()).then_some(text)
}
