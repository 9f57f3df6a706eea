//! Every rule set as a document: a change of rules is reviewed as the change of its page in
//! `tests/golden`. `UPDATE=1` writes the pages anew.

use cpor_preflight::code::Code;
use cpor_preflight::ruleset::{ActivityRow, RULESETS, RuleSet};

#[test]
fn rule_sets_are_as_documented() {
    for rules in RULESETS {
        let path = format!("{}/tests/golden/{}.md", env!("CARGO_MANIFEST_DIR"), rules.id);
        let page = page(rules);
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(&path, &page).unwrap();
        }
        let golden = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(golden == page, "{path} is out of date: look at the change with UPDATE=1");
    }
}

fn page(rules: &RuleSet) -> String {
    let mut page = format!(
        "# Rule set {}\n\nSource: [{}]({}), text of {}. Review within {} business days; a subscription \
         is ending from {} days before its end.\n\n",
        rules.id,
        rules.title,
        rules.url,
        rules.date,
        rules.days.review_business_days,
        rules.days.ending_soon
    );
    let roles: Vec<&str> = rules.roles.iter().map(|role| role.name()).collect();
    page += &format!("Roles that may create claims: {}.\n\n", roles.join(", "));
    page.push_str("## Activities\n\n");
    page.push_str("| area | activities | channels | what the partner did | payment | fit |\n");
    page.push_str("|---|---|---|---|---|---|\n");
    for ActivityRow { area, activities, channels, contributions, payment, fit } in rules.activities
    {
        page += &format!(
            "| {} | {} | {} | {} | {} | {} |\n",
            area.name(),
            cell(activities, |activity| activity.name()),
            cell(channels, |channel| channel.name()),
            cell(contributions, |contribution| contribution.name()),
            cell(payment, |payment| payment.name()),
            fit.name()
        );
    }
    page.push_str(
        "\n## Codes\n\n| code | severity | check | shown | section |\n|---|---|---|---|---|\n",
    );
    for code in Code::ALL {
        let (facts, rule) = (code.facts(), rules.code(*code));
        let check = facts.check.map_or("any", |check| check.name());
        let (severity, kind) = (rule.severity.name(), facts.kind.name());
        page +=
            &format!("| {} | {severity} | {check} | {kind} | {} |\n", code.name(), rule.section);
    }
    page
}

fn cell<T>(members: &[T], name: fn(&T) -> &'static str) -> String {
    let names: Vec<&str> = members.iter().map(name).collect();
    if names.is_empty() { "any".into() } else { names.join(", ") }
}
