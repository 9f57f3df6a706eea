//! Which names in a text are domains that a customer can have.

use crate::address;
use crate::domain::{Domain, ToAscii};
use crate::identifier;

/// The domain that a word of a text is, if it can be a customer's.
pub fn customer_domain(word: &str, to_ascii: ToAscii<'_>) -> Option<Domain> {
    let domain = Domain::read(word, to_ascii).ok()?;
    let is_nobodys = address::is_service(domain.as_str())
        || domain.is_mail_provider()
        || identifier::is_placeholder(word)
        || is_below(domain.as_str(), PUBLIC)
        || INITIAL.iter().any(|end| domain.as_str() == *end)
        || is_file(domain.as_str());
    (!is_nobodys).then_some(domain)
}

/// How the domains end that every tenant gets.
const INITIAL: &[&str] = &["onmicrosoft.com", "onmicrosoft.us", "partner.onmschina.cn"];

/// Is it the domain that every tenant gets, which nothing but a tenant has?
pub fn is_initial(domain: &Domain) -> bool {
    is_below(domain.as_str(), INITIAL)
}

/// Is a word in a sentence plainly a domain, and no name of a file, abbreviation or missing blank?
pub fn is_plain(word: &str) -> bool {
    let Some((before, end)) = word.rsplit_once('.') else { return false };
    let is_country = end.len() == 2 && !FILES.contains(&end);
    let is_known = is_country || ENDS.contains(&end);
    let is_lower = !before.contains(char::is_uppercase);
    // `CONTOSO.COM`, but not `ASP.NET`.
    let is_upper = word == word.to_uppercase() && end != "NET" && {
        let end = end.to_lowercase();
        end.len() == 2 && !FILES.contains(&&*end) || ENDS.contains(&&*end)
    };
    let is_word = before.split('.').all(|label| label.chars().count() > 1);
    is_word && (is_known && (is_lower || is_name(before)) || is_upper)
}

/// Does a word begin with a capital letter, and have no other?
fn is_name(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next();
    !letters.as_str().contains(char::is_uppercase)
}

/// Is a host one of these, or below one?
fn is_below(host: &str, names: &[&str]) -> bool {
    names.iter().any(|name| {
        host.strip_suffix(name).is_some_and(|before| before.is_empty() || before.ends_with('.'))
    })
}

/// Ends of domains beside those of countries.
const ENDS: &[&str] = &[
    "com",
    "net",
    "org",
    "info",
    "biz",
    "edu",
    "gov",
    "app",
    "dev",
    "cloud",
    "online",
    "shop",
    "tech",
    "digital",
    "group",
    "agency",
    "software",
    "solutions",
    "systems",
    "services",
    "consulting",
    "gmbh",
    "berlin",
    "hamburg",
    "koeln",
    "cologne",
    "bayern",
    "nrw",
    "saarland",
    "ruhr",
    "wien",
    "tirol",
    "swiss",
    "london",
    "global",
    "international",
    "company",
    "energy",
    "health",
    "bank",
    "school",
    "academy",
    "academy",
    "store",
    "team",
    "work",
    "world",
    "xyz",
    "coop",
    "museum",
    "travel",
    "jobs",
    "mobi",
    "name",
    "asia",
    "africa",
    "local",
    "internal",
];

/// Ends of files that look like those of a country.
const FILES: &[&str] =
    &["cs", "md", "ps", "py", "rs", "sh", "js", "ts", "pl", "so", "gz", "tz", "db"];

/// Does a name end as a file's does, and no domain's?
fn is_file(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, end)| DOCUMENTS.contains(&end))
}

/// Ends of files that people send, of which none is one of domains.
const DOCUMENTS: &[&str] = &[
    "csv", "doc", "docx", "eml", "exe", "gif", "htm", "html", "jpeg", "jpg", "json", "log", "msg",
    "pdf", "png", "ppt", "pptx", "rtf", "txt", "xls", "xlsm", "xlsx", "xml",
];

/// Hosts that everybody links to.
const PUBLIC: &[&str] = &[
    "bing.com",
    "docusign.com",
    "docusign.net",
    "dropbox.com",
    "facebook.com",
    "github.com",
    "google.com",
    "google.de",
    "instagram.com",
    "linkedin.com",
    "lnkd.in",
    "maps.app.goo.gl",
    "teamviewer.com",
    "twitter.com",
    "wikipedia.org",
    "w3.org",
    "webex.com",
    "whatsapp.com",
    "x.com",
    "xing.com",
    "youtu.be",
    "youtube.com",
    "zoom.us",
    "atlassian.net",
    "zendesk.com",
    "service-now.com",
    "salesforce.com",
];
