//! A customer's domain, from any form in which people have it.

use std::fmt;
use std::str;

use crate::guid::ShapeFault;
use crate::order::edit_distance;
use crate::punycode;

/// A domain name in ASCII and lower case, without a trailing dot.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct Domain(String);

/// Converts an international host name to ASCII; `None` if it is not a host name.
///
/// Every browser and Node can do this (`URL`), and a table would be larger than the rest of this
/// crate, so the caller provides the function.
pub type ToAscii<'a> = &'a dyn Fn(&str) -> Option<String>;

/// Every tenant's initial domain ends like this. A bare word is read as such a name.
const INITIAL_DOMAIN: &str = "onmicrosoft.com";
/// The maximum lengths of a name and of a label in the domain name system.
const MAX_NAME: usize = 253;
const MAX_LABEL: usize = 63;

impl Domain {
    /// Reads a domain, a bare word (`contoso`), an email address or a URL.
    ///
    /// No label is ever dropped: `shop.contoso.com` can belong to another tenant than
    /// `contoso.com`.
    ///
    /// source: Microsoft Entra, "Domains FAQ"
    ///
    /// # Errors
    ///
    /// The way in which the text fails to be a domain.
    ///
    /// ```
    /// use cpor_preflight::domain::Domain;
    ///
    /// let read = |text| Domain::read(text, &|_| None).unwrap().to_string();
    /// assert_eq!(read("Contoso"), "contoso.onmicrosoft.com");
    /// assert_eq!(read("anna@shop.contoso.com"), "shop.contoso.com");
    /// ```
    pub fn read(text: &str, to_ascii: ToAscii<'_>) -> Result<Self, ShapeFault> {
        let host = host(text);
        let mut name = if host.is_ascii() && !has_ascii_form(host) {
            host.to_ascii_lowercase()
        } else {
            let refused = if has_ascii_form(host) && host.bytes().all(is_plain) {
                ShapeFault::Shape
            } else {
                ShapeFault::BadCharacter
            };
            to_ascii(host).ok_or(refused)?.to_ascii_lowercase()
        };
        if !name.bytes().all(is_plain) {
            return Err(ShapeFault::BadCharacter);
        }
        if !name.contains('.') {
            name = format!("{name}.{INITIAL_DOMAIN}");
        }
        let mut is_too_long = name.len() > MAX_NAME;
        let mut is_malformed = false;
        let mut last_is_number = false;
        for label in name.as_bytes().split(|byte| *byte == b'.') {
            is_too_long |= label.len() > MAX_LABEL;
            is_malformed |= matches!(label, [] | [b'-', ..] | [.., b'-']);
            let encoded = label.strip_prefix(b"xn--").map(str::from_utf8);
            is_malformed |= encoded.is_some_and(|it| !it.is_ok_and(punycode::is_encoded));
            last_is_number = label.iter().all(u8::is_ascii_digit);
        }
        if is_too_long {
            Err(ShapeFault::TooLong)
        } else if last_is_number || is_malformed {
            Err(ShapeFault::Shape)
        } else {
            Ok(Self(name))
        }
    }

    /// Reads a plain name in a single pass: lower case, with a dot, and with a letter at the end.
    /// For these, the result is that of [`Domain::read`].
    pub(crate) fn plain(text: &str) -> Option<Self> {
        let (mut label, mut last, mut has_dot) = (0, b'.', false);
        for byte in text.bytes() {
            match byte {
                b'a'..=b'z' | b'0'..=b'9' => label += 1,
                b'-' if label > 0 => label += 1,
                b'.' if label > 0 && last != b'-' => {
                    label = 0;
                    has_dot = true;
                }
                _ => return None,
            }
            if label > MAX_LABEL {
                return None;
            }
            last = byte;
        }
        // Whether the ASCII form of an international name is right, only the host knows.
        let is_name =
            !has_ascii_form(text) && has_dot && last.is_ascii_lowercase() && text.len() <= MAX_NAME;
        is_name.then(|| Self(text.to_owned()))
    }

    /// What is odd about a name: it ends almost like every tenant's initial domain, or in a way that
    /// nobody can register. The name that was probably meant comes with it.
    pub fn oddity(&self) -> Option<Option<String>> {
        let (rest, end) = self.0.rsplit_once('.')?;
        if matches!(end, "local" | "internal") {
            return Some(None);
        }
        if end == "onmicrosoft" {
            return Some(Some([rest, ".", INITIAL_DOMAIN].concat()));
        }
        let (before, _) = rest.rsplit_once('.').unwrap_or_default();
        let typed = self.0.get(before.len()..)?.trim_start_matches('.').as_bytes();
        // Each letter that is missing is an edit; to count them is faster than to compare.
        let is_far = |known: &str| known.bytes().filter(|one| !typed.contains(one)).count() > 2;
        let near = INITIAL_DOMAINS.iter().filter(|known| !is_far(known));
        let distance = |known: &str| edit_distance(typed, known.as_bytes());
        let (distance, known) = near.map(|known| (distance(known), *known)).min()?;
        let is_other = REAL_DOMAINS.iter().any(|real| real.as_bytes() == typed);
        if is_other || distance > 2 || distance == 0 && !before.is_empty() {
            return None;
        }
        // The name in front is missing.
        if distance == 0 {
            return Some(None);
        }
        let mended = || [before, ".", known].concat();
        Some((!before.is_empty()).then(mended))
    }

    /// Wraps a name that [`Domain::read`] has returned before.
    pub(crate) const fn from_normalized(name: String) -> Self {
        Self(name)
    }

    /// The name.
    pub fn into_string(self) -> String {
        self.0
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Can people of any organization have addresses there? Such a domain says nothing about a
    /// tenant.
    pub fn is_mail_provider(&self) -> bool {
        MAIL_PROVIDERS.contains(&self.as_str())
    }
}

impl fmt::Display for Domain {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// The host of a URL, an email address or a plain name.
fn host(text: &str) -> &str {
    if !text.bytes().any(|byte| matches!(byte, b':' | b'/' | b'?' | b'#' | b'@')) {
        return text.strip_suffix('.').unwrap_or(text);
    }
    let after_scheme = text.char_indices().find_map(|(at, character)| {
        (character == ':').then(|| text.get(at..)?.strip_prefix("://"))?
    });
    let rest = after_scheme.or_else(|| text.strip_prefix("mailto:")).unwrap_or(text);
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = authority.rsplit('@').next().unwrap_or_default();
    let without_port = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => host,
    };
    without_port.strip_suffix('.').unwrap_or(without_port)
}

/// Can the character be in a name in ASCII?
const fn is_plain(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.')
}

/// Is one of the labels the ASCII form of an international one?
fn has_ascii_form(host: &str) -> bool {
    let is_form =
        |label: &str| label.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("xn--"));
    host.split('.').any(is_form)
}

/// The ends of the initial domains in all clouds.
const INITIAL_DOMAINS: [&str; 3] = [INITIAL_DOMAIN, "onmicrosoft.us", "onmschina.cn"];

/// Domains that look mistyped and are not.
const REAL_DOMAINS: [&str; 2] = ["microsoft.com", "microsoft.us"];

/// Mail providers that are open to everybody: the large ones in the countries of the supported
/// languages.
const MAIL_PROVIDERS: &[&str] = &[
    "aol.com",
    "bluewin.ch",
    "freenet.de",
    "gmail.com",
    "gmx.at",
    "gmx.ch",
    "gmx.com",
    "gmx.de",
    "gmx.net",
    "googlemail.com",
    "hotmail.co.uk",
    "hotmail.com",
    "hotmail.de",
    "icloud.com",
    "live.com",
    "live.de",
    "mail.com",
    "mailbox.org",
    "me.com",
    "msn.com",
    "outlook.com",
    "outlook.de",
    "posteo.de",
    "proton.me",
    "protonmail.com",
    "t-online.de",
    "web.de",
    "yahoo.com",
    "yahoo.de",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn ascii(host: &str) -> Option<String> {
        match host {
            "münchen.de" => Some("xn--mnchen-3ya.de".into()),
            _ => None,
        }
    }

    #[test]
    fn reads_and_names_the_fault() {
        for (text, expected) in [
            ("contoso", Ok("contoso.onmicrosoft.com")),
            ("Contoso.OnMicrosoft.com", Ok("contoso.onmicrosoft.com")),
            ("contoso.com.", Ok("contoso.com")),
            ("https://contoso.com/about?x#y", Ok("contoso.com")),
            ("http://shop.contoso.com:8080/", Ok("shop.contoso.com")),
            ("contoso.com:http", Err(ShapeFault::BadCharacter)),
            ("anna@contoso.com", Ok("contoso.com")),
            ("mailto:anna@contoso.com", Ok("contoso.com")),
            ("@contoso.com", Ok("contoso.com")),
            ("contoso.mail.onmicrosoft.com", Ok("contoso.mail.onmicrosoft.com")),
            ("contoso.partner.onmschina.cn", Ok("contoso.partner.onmschina.cn")),
            ("münchen.de", Ok("xn--mnchen-3ya.de")),
            ("contoso.com..", Err(ShapeFault::Shape)),
            ("contoso..com", Err(ShapeFault::Shape)),
            ("-contoso.com", Err(ShapeFault::Shape)),
            ("contoso-.com", Err(ShapeFault::Shape)),
            ("192.168.0.1", Err(ShapeFault::Shape)),
            (".com", Err(ShapeFault::Shape)),
            ("", Err(ShapeFault::Shape)),
            ("contoso com", Err(ShapeFault::BadCharacter)),
            ("contoso_x.com", Err(ShapeFault::BadCharacter)),
            ("☃", Err(ShapeFault::BadCharacter)),
            ("xn--a.com", Err(ShapeFault::Shape)),
            ("xn--a_b.com", Err(ShapeFault::BadCharacter)),
        ] {
            let read = Domain::read(text, &ascii);
            assert_eq!(
                read.as_ref().map(Domain::as_str).map_err(|fault| *fault),
                expected,
                "{text}"
            );
        }
    }

    /// For every text of up to six of these characters, the plain reading agrees with the general
    /// one or declines.
    #[test]
    fn plain_names() {
        let letters = b"a0-.A";
        for length in 0..=6_u32 {
            for number in 0..letters.len().pow(length) {
                let at = |position| letters[number / letters.len().pow(position) % letters.len()];
                let text = String::from_utf8((0..length).map(at).collect()).unwrap();
                if let Some(domain) = Domain::plain(&text) {
                    assert_eq!(Domain::read(&text, &ascii).as_ref(), Ok(&domain), "{text}");
                }
                let is_plain = text.contains('.') && text.ends_with('a') && !text.contains('A');
                let is_read = is_plain && Domain::read(&text, &ascii).is_ok();
                assert_eq!(Domain::plain(&text).is_some(), is_read, "{text}");
            }
        }
    }

    #[test]
    fn lengths() {
        let label = |length| "a".repeat(length);
        assert!(Domain::read(&format!("{}.com", label(63)), &ascii).is_ok());
        assert!(Domain::plain(&format!("{}.com", label(63))).is_some());
        assert!(Domain::plain(&format!("{}.com", label(64))).is_none());
        assert_eq!(Domain::read(&format!("{}.com", label(64)), &ascii), Err(ShapeFault::TooLong));
        let hyphen = |length| format!("a-{}.com", label(length));
        assert!(Domain::plain(&hyphen(61)).is_some() && Domain::plain(&hyphen(62)).is_none());
        let long = [label(63), label(63), label(63), label(61)].join(".");
        assert_eq!(long.len(), 253);
        assert!(Domain::read(&long, &ascii).is_ok());
        assert!(Domain::plain(&long).is_some() && Domain::plain(&format!("{long}a")).is_none());
        assert_eq!(Domain::read(&format!("{long}a"), &ascii), Err(ShapeFault::TooLong));
    }

    #[test]
    fn mail_providers_are_sorted_domains() {
        assert!(MAIL_PROVIDERS.is_sorted());
        for name in MAIL_PROVIDERS {
            assert!(Domain::read(name, &ascii).unwrap().is_mail_provider());
        }
        assert!(!Domain::read("mail.gmail.com", &ascii).unwrap().is_mail_provider());
    }
}
