//! Addresses of Microsoft's portals: which part of one names a tenant, a domain, a subscription.
//!
//! A GUID in an address is what the address says that it is: by the name before it (`tenantId=…`,
//! `customers/…`), or by its place, as in addresses for signing in. Nothing is concluded from its
//! being the first one.

use crate::guid::Guid;
use crate::identifier::IdentifierKind;

/// A value that an address names.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Named<'t> {
    /// What the address says that it is: [`IdentifierKind::Guid`] or [`IdentifierKind::Url`] if
    /// nothing.
    pub kind: IdentifierKind,
    /// The GUID or the domain.
    pub text: &'t str,
    /// Where it begins, in bytes.
    pub at: usize,
    /// Is it in an invitation to a meeting, whose organizer can be anybody?
    pub is_organizer: bool,
}

/// What the parts of a host's addresses mean, where hosts differ.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Family {
    /// No host of Microsoft's.
    Other,
    /// A service in whose addresses only names tell what a part is.
    Service,
    /// The path begins with the directory: its ID or one of its domains.
    Directory,
    /// Subscriptions are Azure's, and the directory can stand first in the path.
    Azure,
    /// Subscriptions are what customers have bought.
    Commerce,
    /// Directories of a customer's own customers, in which nothing is bought.
    Consumers,
}

/// Hosts and all below them, the longest first where one is below another.
///
/// source: Microsoft Entra, "National clouds"; Partner Center, "Get started"; Power Platform, "Required
/// services"; Exchange Online, "Mail flow"
#[rustfmt::skip]
const HOSTS: &[(Family, &[&str])] = &[
    (Family::Directory, &[
        "login.microsoftonline.com", "login.microsoftonline.us", "login.microsoftonline.de",
        "login-us.microsoftonline.com", "login.partner.microsoftonline.cn",
        "login.chinacloudapi.cn", "login.usgovcloudapi.net", "login.windows.net",
        "login.microsoft.com", "sts.windows.net", "graph.windows.net",
        "businesscentral.dynamics.com", "myapps.microsoft.com",
    ]),
    (Family::Consumers, &[
        "b2clogin.com", "ciamlogin.com", "login.live.com",
    ]),
    (Family::Azure, &[
        "azure.com", "azure.us", "azure.cn", "microsoftazure.de", "windowsazure.com",
        "windowsazure.cn", "entra.microsoft.com", "entra.microsoft.us", "intune.microsoft.com",
        "endpoint.microsoft.com", "intune.microsoft.us",
    ]),
    (Family::Commerce, &[
        "admin.microsoft.com", "admin.cloud.microsoft", "partner.microsoft.com",
        "partnercenter.microsoft.com", "businessstore.microsoft.com", "portal.office.com",
        "portal.office365.us", "admin.microsoft365.com", "portal.partner.microsoftonline.cn",
    ]),
    (Family::Service, &[
        "aka.ms", "azureedge.net", "azurewebsites.net", "chinacloudapi.cn", "cloud.microsoft",
        "dynamics.cn", "dynamics.com", "flow.microsoft.us", "microsoft", "microsoft.com",
        "microsoft.us", "microsoft365.com", "microsoftcrmportals.com", "microsoftonline.cn",
        "microsoftonline.com", "microsoftonline.de", "microsoftonline.us", "msappproxy.net",
        "mx.microsoft", "office.com", "office.net", "office365.com", "office365.us", "outlook.cn",
        "onmschina.partner.cn", "powerapps.com", "powerapps.us", "powerappsportals.com",
        "powerautomate.com", "powerbi.cn", "powerbi.com", "powerbigov.us", "powerpages.com",
        "powerplatform.com", "powerplatformusercontent.com", "protection.outlook.com",
        "sharepoint.cn", "sharepoint.com", "sharepoint.us", "sharepoint-mil.us", "svc.ms",
        "teams.live.com", "usgovcloudapi.net", "visualstudio.com", "windows.net", "yammer.com",
    ]),
];

/// What the name before a part says that it is, in lower case.
const NAMES: &[(IdentifierKind, &str)] = &[
    (
        IdentifierKind::TenantId,
        "tenantid tenant tid ctid customertenantid customers customer customerid directoryid \
         organization tenants fromtenant",
    ),
    (IdentifierKind::Domain, "domain domain_hint whr realm delegatedorg owa ecp"),
    (
        IdentifierKind::SubscriptionId,
        "subscription subscriptions subscriptionid webdirect subscriptiondetails",
    ),
    (IdentifierKind::AppId, "a app apps appid applicationid application clientid client_id"),
    (IdentifierKind::EnvironmentId, "e env envid environment environments environmentid"),
    (IdentifierKind::OrderId, "order orders orderid"),
    (IdentifierKind::SkuId, "sku skus skuid"),
];

/// Names that are clear on hosts of anybody.
const CLEAR_NAMES: &str = "tenantid customertenantid directoryid tenant domain_hint";

/// Is this the host of a service, which is no customer's domain?
///
/// ```
/// use cpor_preflight::address::is_service;
///
/// assert!(is_service("contoso.sharepoint.com") && is_service("admin.microsoft.com"));
/// assert!(!is_service("contoso.onmicrosoft.com") && !is_service("notsharepoint.com"));
/// ```
pub fn is_service(host: &str) -> bool {
    family(host) != Family::Other
}

fn family(host: &str) -> Family {
    let host = host.strip_suffix('.').unwrap_or(host);
    let is_below = |name: &&str| {
        let at = host.len().checked_sub(name.len());
        at.is_some_and(|at| at == 0 || host.as_bytes().get(at - 1) == Some(&b'.'))
            && at.and_then(|at| host.get(at..)).is_some_and(|end| end.eq_ignore_ascii_case(name))
    };
    let found = HOSTS.iter().find(|(_, names)| names.iter().any(is_below));
    found.map_or(Family::Other, |(family, _)| *family)
}

fn words(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.split(' ')
}

/// All GUIDs and domains that an address names, in their order. It may come without a scheme, may have
/// another address in it, and may be escaped, once or twice.
///
/// ```
/// use cpor_preflight::address::named;
///
/// let parts = named("https://portal.azure.com/#@contoso.com/resource/x");
/// assert_eq!(parts[0].text, "contoso.com");
/// ```
pub fn named(address: &str) -> Vec<Named<'_>> {
    let mut found = Vec::new();
    let mut reader = Reader::default();
    for piece in (Pieces { text: address, at: 0 }) {
        found.extend(reader.read(piece));
    }
    found
}

/// A part of an address between signs.
#[derive(Clone, Copy)]
struct Piece<'t> {
    text: &'t str,
    at: usize,
    /// The last signs before it, the nearest one last.
    signs: [u8; 3],
}

struct Pieces<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Iterator for Pieces<'t> {
    type Item = Piece<'t>;

    fn next(&mut self) -> Option<Piece<'t>> {
        let mut signs = [0; 3];
        while let Some((sign, length)) = sign_at(self.text.as_bytes(), self.at) {
            signs = [signs[1], signs[2], sign];
            self.at += length;
        }
        let rest = self.text.get(self.at..).unwrap_or_default();
        let (text, at) = (rest, self.at);
        while self.at < self.text.len() && sign_at(self.text.as_bytes(), self.at).is_none() {
            self.at += 1;
        }
        let text = text.get(..self.at - at)?;
        (!text.is_empty()).then_some(Piece { text, at, signs })
    }
}

/// The sign at a position, also one that is escaped, and how long it is.
fn sign_at(text: &[u8], at: usize) -> Option<(u8, usize)> {
    let is_sign =
        |byte: u8| byte.is_ascii() && !byte.is_ascii_alphanumeric() && !b"-._~".contains(&byte);
    let escaped = |at: usize| {
        let digit = |at: usize| char::from(*text.get(at)?).to_digit(16);
        let byte = u8::try_from(digit(at)? * 16 + digit(at + 1)?).ok()?;
        is_sign(byte).then_some(byte)
    };
    let first = *text.get(at)?;
    if first != b'%' {
        return is_sign(first).then_some((first, 1));
    }
    match escaped(at + 1) {
        Some(b'%') => Some(escaped(at + 3).map_or((b'%', 3), |sign| (sign, 5))),
        Some(sign) => Some((sign, 3)),
        None => None,
    }
}

/// What has been read of an address so far.
#[derive(Default)]
struct Reader<'t> {
    /// None before the host.
    family: Option<Family>,
    /// Is the next piece directly behind the host?
    is_first: bool,
    /// The last piece that is no value, and the one before it.
    name: &'t str,
    before: &'t str,
    is_meeting: bool,
    /// Has a customer of a partner been named?
    has_customer: bool,
}

impl<'t> Reader<'t> {
    fn read(&mut self, piece: Piece<'t>) -> Option<Named<'t>> {
        let Piece { text, at, signs } = piece;
        let text = text.trim_end_matches('.');
        let is_host = signs == *b"://" || self.family.is_none() && text.contains('.');
        if is_host {
            self.family = Some(family(text));
            (self.is_first, self.name, self.before) = (true, "", "");
            return None;
        }
        let is_first = self.is_first && signs == [0, 0, b'/'];
        self.is_first = false;
        // The default environment of a tenant is called after it.
        let default = text.get(..8).filter(|start| start.eq_ignore_ascii_case("default-"));
        let guid = text.get(default.map_or(0, str::len)..).unwrap_or_default();
        if guid.len() == 36 && Guid::parse(guid).is_ok() {
            let kind = match self.kind(is_first, signs) {
                _ if default.is_some() => IdentifierKind::TenantId,
                IdentifierKind::Domain => IdentifierKind::TenantId,
                kind => kind,
            };
            let is_organizer = self.is_meeting && kind == IdentifierKind::TenantId;
            self.name = "";
            return Some(Named {
                kind,
                text: guid,
                at: at + text.len() - guid.len(),
                is_organizer,
            });
        }
        let is_directory = || {
            let kind = self.kind(is_first, signs);
            matches!(kind, IdentifierKind::TenantId | IdentifierKind::Domain)
        };
        if is_domain(text) && is_directory() {
            self.name = "";
            let kind = IdentifierKind::Domain;
            return Some(Named { kind, text, at, is_organizer: false });
        }
        self.is_meeting |= text.eq_ignore_ascii_case("meetup-join");
        self.has_customer |= text.eq_ignore_ascii_case("customers");
        (self.before, self.name) = (self.name, text);
        None
    }

    /// What a value at this place is.
    fn kind(&self, is_first: bool, signs: [u8; 3]) -> IdentifierKind {
        let family = self.family.unwrap_or(Family::Other);
        let is_name =
            |name: &str, list: &'static str| words(list).any(|one| one.eq_ignore_ascii_case(name));
        match family {
            Family::Consumers => return IdentifierKind::Url,
            Family::Other if self.family.is_some() && !is_name(self.name, CLEAR_NAMES) => {
                return IdentifierKind::Guid;
            }
            Family::Directory | Family::Azure if is_first => return IdentifierKind::TenantId,
            Family::Other => {}
            _ if signs[1..] == *b"#@" => return IdentifierKind::TenantId,
            _ => {}
        }
        let named = NAMES.iter().find(|(_, names)| is_name(self.name, names));
        match named.map_or(IdentifierKind::ObjectId, |(kind, _)| *kind) {
            IdentifierKind::SubscriptionId => match family {
                Family::Commerce => IdentifierKind::SubscriptionId,
                Family::Azure => IdentifierKind::AzureSubscription,
                _ if self.has_customer || self.before.eq_ignore_ascii_case("directory") => {
                    IdentifierKind::SubscriptionId
                }
                Family::Other => IdentifierKind::AzureSubscription,
                _ => IdentifierKind::ObjectId,
            },
            kind => kind,
        }
    }
}

/// Can this part of an address be a domain? Pages have names such as `index.html`.
fn is_domain(text: &str) -> bool {
    let end = text.rsplit('.').next().unwrap_or_default();
    let is_page = ["html", "htm", "aspx", "asp", "php", "js", "srf"].contains(&end);
    let is_name =
        end.len() > 1 && end.len() < text.len() && !end.starts_with(|c: char| c.is_ascii_digit());
    is_name && !is_page && !is_service(text)
}
