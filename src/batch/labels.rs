//! Answers in the words of people: what stands in a cell of a closed question where no code does.

use super::layout::letters;
use crate::claim::Field;

/// The code of the answer that a cell has in words, in English or German, under any rule set; a second
/// name in brackets or behind a comma, as the form shows them, is not looked at.
pub fn option(field: Field, text: &str) -> Option<&'static str> {
    let (_, labels) = LABELS.iter().find(|(one, _)| *one == field)?;
    let known = |text: &str| {
        let text = letters(text);
        let named = |(code, names): &&(&str, &[&str])| letters(code) == text || has(names, &text);
        (!text.is_empty()).then(|| labels.iter().find(named)).flatten()
    };
    let first_name = || text.split_once(['(', ',']).and_then(|(name, _)| known(name));
    known(text).or_else(first_name).map(|(code, _)| *code)
}

fn has(names: &[&str], text: &str) -> bool {
    names.contains(&text)
}

/// Names of an answer, by its code.
type Names = (&'static str, &'static [&'static str]);

const YES: &[&str] = &["ja", "y", "j", "true", "wahr"];
const NO: &[&str] = &["nein", "n", "false", "falsch"];
const NOT_KNOWN: &[&str] =
    &["notknown", "idontknow", "nichtbekannt", "unbekannt", "weißnicht", "unklar"];

/// Names of the answers without blanks and signs. The labels of the form are among them (tested);
/// each stands for one answer of its question.
const LABELS: &[(Field, &[Names])] = &[
    (
        Field::UserRole,
        &[
            (
                "global-admin",
                &[
                    "globaladministrator",
                    "globaleradministrator",
                    "globaleradmin",
                    "globaladministratorin",
                    "globaleadministratorin",
                ],
            ),
            (
                "billing-admin",
                &["billingadministrator", "abrechnungsadministrator", "abrechnungsadmin"],
            ),
            (
                "incentives-admin",
                &[
                    "incentiveadmin",
                    "incentivesadministrator",
                    "incentiveadministrator",
                    "incentivesadminuser",
                ],
            ),
            ("other", &["anotherrole", "otherrole", "andererolle", "andere", "sonstige"]),
        ],
    ),
    (
        Field::SolutionArea,
        &[
            ("business-applications", &["businessapps", "bizapps", "dynamics365"]),
            (
                "microsoft-365",
                &["m365", "modernwork", "modernworkandsecurity", "modernworksecurity"],
            ),
        ],
    ),
    (
        Field::Activity,
        &[
            ("presales", &["presale", "buildintent", "buildintentadvisor", "vorverkauf"]),
            (
                "usage",
                &[
                    "nutzung",
                    "usagenutzung",
                    "useorconsume",
                    "usagerecognition",
                    "usagerecognitionnonincentivized",
                    "usagerecognitionnonincentivizeduseorconsume",
                ],
            ),
            (
                "revenue-association",
                &[
                    "umsatzzuordnung",
                    "revenueassociationumsatzzuordnung",
                    "influencedrevenuerecognition",
                    "influencedrevenuerecognitionnonincentivized",
                ],
            ),
        ],
    ),
    (
        Field::PurchaseChannel,
        &[
            (
                "volume-licensing",
                &[
                    "volumelicense",
                    "volumelicence",
                    "volumelicencing",
                    "volumenlizenz",
                    "volumenlizenzierung",
                    "volumenlizenzvolumelicensing",
                    "volumenlizenzvertrag",
                    "vertragslizenzierung",
                ],
            ),
            ("web-direct", &["webdirekt", "direct", "direkt"]),
            ("csp", &["cloudsolutionprovider", "cloudsolutionprovidercsp"]),
            ("other", &["anotherchannel", "otherchannel", "andererkaufweg", "anderer", "sonstige"]),
            ("unknown", NOT_KNOWN),
        ],
    ),
    (Field::CompetingPartner, &[("yes", YES), ("no", NO), ("unknown", NOT_KNOWN)]),
    (
        Field::ProofOfExecution,
        &[
            ("ready", &["liegtvor", "vorhanden", "bereit", "yes", "ja"]),
            ("missing", &["fehlt", "fehlend", "no", "nein"]),
            ("unknown", NOT_KNOWN),
        ],
    ),
];

/// What a file has in words, kept: most files use few of them, in every row.
#[derive(Debug, Default)]
pub struct Labels(Vec<(Field, String, Option<&'static str>)>);

/// More than a file has that answers in words at all.
const KEPT: usize = 64;

impl Labels {
    /// As [`option`].
    pub fn option(&mut self, field: Field, text: &str) -> Option<&'static str> {
        let mut kept = self.0.iter();
        if let Some((.., code)) = kept.find(|(one, known, _)| *one == field && known == text) {
            return *code;
        }
        let code = option(field, text);
        if self.0.len() < KEPT {
            self.0.push((field, text.to_owned(), code));
        }
        code
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_for_one_answer_each() {
        for (field, answers) in LABELS {
            let codes: Vec<&str> = answers.iter().map(|(code, _)| *code).collect();
            assert_eq!(codes, field.options(), "{field:?}");
            let names = answers.iter().flat_map(|(_, names)| *names);
            for name in names.clone() {
                assert_eq!(letters(name), *name);
                assert_eq!(names.clone().filter(|other| *other == name).count(), 1, "{name}");
                assert!(!codes.iter().any(|code| letters(code) == *name), "{name}");
            }
        }
        let choices = Field::ALL.iter().filter(|field| !field.options().is_empty());
        assert_eq!(choices.count(), LABELS.len());
    }

    #[test]
    fn cells_are_read_as_people_write_them() {
        let mut labels = Labels::default();
        for (field, text, expected) in [
            (Field::Activity, "Nutzung", Some("usage")),
            (Field::Activity, "Usage (Nutzung)", Some("usage")),
            (Field::Activity, "Usage, today: Use or consume", Some("usage")),
            (Field::Activity, "Build intent - Advisor", Some("presales")),
            (Field::Activity, "Pre-Sales", Some("presales")),
            (Field::SolutionArea, "Business Applications", Some("business-applications")),
            (Field::SolutionArea, "Modern Work and Security", Some("microsoft-365")),
            (Field::PurchaseChannel, "Volumenlizenz (Volume Licensing)", Some("volume-licensing")),
            (Field::PurchaseChannel, "Web Direct", Some("web-direct")),
            (Field::PurchaseChannel, "WebDirect", Some("web-direct")),
            (Field::CompetingPartner, "Ja", Some("yes")),
            (Field::ProofOfExecution, "Liegt vor", Some("ready")),
            (Field::ProofOfExecution, "Ja", Some("ready")),
            (Field::Activity, "Consulting", None),
            (Field::Activity, "(Usage)", Some("usage")),
            (Field::Activity, "()", None),
            (Field::Activity, "–", None),
            (Field::Product, "Usage", None),
            (Field::UserRole, "Globaler Administrator", Some("global-admin")),
        ] {
            assert_eq!(option(field, text), expected, "{text}");
            for _ in 0..2 {
                assert_eq!(labels.option(field, text), expected, "{text}");
            }
        }
    }

    #[test]
    fn a_file_of_other_words_takes_no_more_memory() {
        let mut labels = Labels::default();
        for number in 0..KEPT * 4 {
            assert_eq!(labels.option(Field::Activity, &number.to_string()), None);
        }
        assert_eq!(labels.0.len(), KEPT);
    }
}
