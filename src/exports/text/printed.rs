//! Lists and tables as PowerShell prints them, also after a mail has taken their blanks and line ends.

use crate::json::Value;

/// What PowerShell prints as a list, and whether the last object has fewer properties than the one before,
/// as after a break.
pub fn printed_list(text: &str) -> Option<(Value<'_>, bool)> {
    if is_collapsed(text) {
        return list_of(collapsed_objects(text));
    }
    list_of(printed_objects(text))
}

fn list_of(objects: Vec<Vec<Property<'_>>>) -> Option<(Value<'_>, bool)> {
    let mut counts = objects.iter().rev().map(Vec::len);
    let is_short = counts.next() < counts.next();
    let objects: Vec<_> = objects.into_iter().map(printed_object).collect();
    (!objects.is_empty()).then_some((Value::List(objects), is_short))
}

/// Are there properties whose colon is not in the column of those before, as where something has made one
/// blank of several, or one line of all?
fn is_collapsed(text: &str) -> bool {
    let mut column = None;
    text.lines().any(|line| {
        if line.trim().is_empty() {
            column = None;
        }
        let mut names = names_in(line).peekable();
        let first = names.next_if(|(start, _)| *start == 0).map(|(_, colon)| colon);
        let is_moved = first.is_some() && column.is_some() && first != column;
        column = first.or(column);
        is_moved
            || usize::from(first.is_some()) + names.take(FEWEST_PROPERTIES).count()
                >= FEWEST_PROPERTIES
    })
}

/// The names in a text that PowerShell's properties can have, each with a blank and a colon behind it and a
/// blank or the end of the line behind that: where each begins, and where its colon is.
fn names_in(text: &str) -> impl Iterator<Item = (usize, usize)> {
    text.match_indices(" :").filter_map(|(blank, _)| {
        let behind = text.get(blank + 2..).unwrap_or_default();
        let before = text.get(..blank).unwrap_or_default().trim_end_matches(' ');
        let is_in_name = |byte: &u8| byte.is_ascii_alphanumeric();
        let length = before.bytes().rev().take(LONGEST_NAME).take_while(is_in_name).count();
        let start = before.len() - length;
        let is_first = |sign: char| sign.is_ascii_uppercase();
        let is_apart = start == 0 || before.get(..start)?.ends_with([' ', '\n', '\r', '\t']);
        let is_name = is_apart && before.get(start..)?.starts_with(is_first);
        (is_name && (behind.is_empty() || behind.starts_with([' ', '\n', '\r'])))
            .then_some((start, blank + 1))
    })
}

/// Longer names have no properties, in bytes.
const LONGEST_NAME: usize = 60;

/// The objects of a list whose blanks or lines something has joined. Where a name comes again, or behind an
/// empty line, another object begins.
fn collapsed_objects(text: &str) -> Vec<Vec<Property<'_>>> {
    let mut objects: Vec<Vec<Property<'_>>> = Vec::new();
    let mut properties: Vec<Property<'_>> = Vec::new();
    let mut names = names_in(text).peekable();
    while let Some((start, colon)) = names.next() {
        let name = text.get(start..colon).unwrap_or_default().trim_end();
        let end = names.peek().map_or(text.len(), |(next, _)| *next);
        let rest = text.get(colon + 1..end).unwrap_or_default();
        let (value, is_last) = match names.peek() {
            Some(_) => paragraph(rest),
            // What follows the last value is not known to belong to it.
            None => (rest.trim_start_matches(' ').lines().next().unwrap_or_default(), true),
        };
        let is_again = properties.iter().any(|(known, _)| *known == name);
        if is_again {
            objects.push(std::mem::take(&mut properties));
        }
        if properties.len() < MOST_PROPERTIES {
            properties.push((name, value.split_whitespace().collect::<Vec<_>>().join(" ")));
        }
        if is_last {
            objects.push(std::mem::take(&mut properties));
        }
    }
    objects.retain(|object| object.len() >= FEWEST_PROPERTIES);
    objects
}

/// What stands before the first empty line, and whether there is one.
fn paragraph(text: &str) -> (&str, bool) {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if at > 0 && line.trim().is_empty() && line.ends_with('\n') {
            return (text.get(..at).unwrap_or_default(), true);
        }
        at += line.len();
    }
    (text, false)
}

/// No object has more properties.
const MOST_PROPERTIES: usize = 200;

/// A line for each property, the colons in one column, an empty line between two objects.
fn printed_objects(text: &str) -> Vec<Vec<Property<'_>>> {
    let mut objects: Vec<Vec<Property<'_>>> = Vec::new();
    let mut properties: Vec<Property<'_>> = Vec::new();
    let mut colon = None;
    for line in text.lines().chain([""]) {
        let in_object = colon.filter(|_| !properties.is_empty());
        if let Some((name, value, at)) = property(line, in_object) {
            colon = Some(at);
            properties.push((name, value.to_owned()));
            continue;
        }
        let value = in_object.and_then(|colon| continued(line, colon));
        if let (Some(value), Some((_, text))) = (value, properties.last_mut()) {
            // The line was broken at its width, or behind a comma.
            let gap = if text.ends_with(',') { " " } else { "" };
            *text = [text.as_str(), gap, value].concat();
            continue;
        }
        // Behind an object, a few properties are the start of another one.
        let is_object =
            properties.len() >= FEWEST_PROPERTIES || !properties.is_empty() && !objects.is_empty();
        let ended = std::mem::take(&mut properties);
        objects.extend(is_object.then_some(ended));
    }
    objects
}

/// What PowerShell and Azure's command print as a table: names, a line of hyphens below them that shows where
/// each column begins, and rows down to an empty line.
pub fn printed_table(text: &str) -> Option<Value<'_>> {
    let mut lines = text.lines();
    let mut above = "";
    let line = lines.find_map(|line| {
        let names = std::mem::replace(&mut above, line);
        is_ruler(line).then_some((names, line))
    });
    let (names, ruler) = line?;
    let starts: Vec<usize> = ruler
        .char_indices()
        .filter(|(at, sign)| *sign == '-' && !ruler.get(..*at).unwrap_or_default().ends_with('-'))
        .map(|(at, _)| at)
        .collect();
    let names = cells(names, &starts)?;
    let rows = lines.take_while(|line| !line.trim().is_empty());
    let rows: Option<Vec<_>> = rows
        .map(|line| {
            let cells =
                names.iter().zip(cells(line, &starts)?).filter(|(name, _)| !name.is_empty());
            let properties = cells.map(|(name, value)| (*name, value.to_owned()));
            Some(printed_object(properties.collect()))
        })
        .collect();
    rows.filter(|rows| !rows.is_empty()).map(Value::List)
}

/// Is it hyphens in at least three groups, with nothing but blanks between them?
fn is_ruler(line: &str) -> bool {
    let groups = line.split(' ').filter(|group| !group.is_empty());
    let mut groups = groups.map(|group| group.len() > 1 && group.bytes().all(|byte| byte == b'-'));
    groups.clone().count() >= FEWEST_PROPERTIES && groups.all(|is_group| is_group)
}

/// The cells of a line whose columns begin at these characters; none if a word goes across a boundary.
fn cells<'t>(line: &'t str, starts: &[usize]) -> Option<Vec<&'t str>> {
    let mut places = line.char_indices().map(|(at, _)| at).enumerate();
    let mut bounds = Vec::with_capacity(starts.len() + 1);
    for start in starts {
        let at = places.find(|(count, _)| count == start).map_or(line.len(), |(_, at)| at);
        bounds.push(at);
    }
    bounds.push(line.len());
    let cell = |pair: &[usize]| {
        let [start, end] = pair else { return None };
        let is_apart = *start == 0 || *start == line.len() || line.get(..*start)?.ends_with(' ');
        is_apart.then(|| line.get(*start..*end).map(str::trim))?
    };
    bounds.windows(2).map(cell).collect()
}

/// The name and the value of a property.
type Property<'t> = (&'t str, String);

fn printed_object(properties: Vec<Property<'_>>) -> Value<'_> {
    let members = properties.into_iter().map(|(name, value)| (name.into(), printed(value)));
    Value::Map(members.collect())
}

/// Fewer lines with a colon are prose.
const FEWEST_PROPERTIES: usize = 3;

/// The name, the value and the column of the colon.
fn property(line: &str, colon: Option<usize>) -> Option<(&str, &str, usize)> {
    let at = match colon {
        Some(at) => at,
        None => line.find(" :")? + 1,
    };
    let (name, value) = (line.get(..at)?, line.get(at..)?.strip_prefix(':')?);
    let is_name = name.ends_with(' ') && !name.starts_with(' ');
    let is_value = value.is_empty() || value.starts_with(' ');
    let name = name.trim_end();
    (is_name && is_value && !name.is_empty()).then_some((name, value.trim(), at))
}

/// The rest of a value that stands below it.
fn continued(line: &str, colon: usize) -> Option<&str> {
    let (blanks, rest) = line.split_at_checked(colon + 2)?;
    (blanks.bytes().all(|byte| byte == b' ') && !rest.trim().is_empty()).then_some(rest.trim())
}

fn printed(text: String) -> Value<'static> {
    let inside = text.strip_prefix('{').and_then(|text| text.strip_suffix('}'));
    match inside {
        None if text.is_empty() => Value::Null,
        None => Value::Text(text.into()),
        Some(inside) => {
            let items = inside.split(',').map(str::trim).filter(|item| !item.is_empty());
            Value::List(items.map(|item| Value::Text(item.to_owned().into())).collect())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_that_powershell_prints() {
        let text = "\nPS> Get-X | fl\n\n\
            Id      : 1\nPlans   : {a,\n          b}\nName    : Contoso: a long\n          er name\n\
            Nothing : \n\n\nId      : 2\nPlans   : {}\nName    : x\n\nPS>\n";
        let (list, is_short) = printed_list(text).unwrap();
        let objects = list.list().unwrap();
        assert_eq!((objects.len(), is_short), (2, true));
        let text = |name| objects[0].get(name).and_then(Value::text);
        assert_eq!((text("Id"), text("Name")), (Some("1"), Some("Contoso: a longer name")));
        assert_eq!(
            (objects[0].get("Plans").unwrap().list().unwrap().len(), text("Nothing")),
            (2, None)
        );
        for text in ["a : b\nto : b\nsubject : c\n", "a : b\n\nc : d\n\ne : f", "a: b\nc: d\ne: f"]
        {
            assert!(printed_list(text).is_none(), "{text}");
        }
    }

    #[test]
    fn tables_that_programs_print() {
        let shown = |text: &str| {
            let table = printed_table(text)?;
            let row = |object: &Value<'_>| {
                let value = |value: &Value<'_>| value.text().unwrap_or("-").to_owned();
                let members = object.map().unwrap_or_default().iter();
                members
                    .map(|(name, one)| format!("{name}={}", value(one)))
                    .collect::<Vec<_>>()
                    .join(" ")
            };
            Some(table.list().unwrap().iter().map(row).collect::<Vec<_>>().join("|"))
        };
        for (text, due) in [
            (
                "PS> x\n\nId  Name Count\n--  ---- -----\n1   a b      5\n22  \u{fc}         \n\nPS>",
                Some("Id=1 Name=a b Count=5|Id=22 Name=\u{fc} Count=-"),
            ),
            // A value is shortened, and a row ends early.
            (
                "Id      N   S\n--      --  --\n1234567\u{2026}\n1",
                Some("Id=1234567\u{2026} N=- S=-|Id=1 N=- S=-"),
            ),
            // The blanks were lost.
            ("Id Name Count\n-- ---- -----\n12345 a 5\n", None),
            ("Id  Name Count\n--  ---- -----\n", None),
            ("a b c\n-----\n1 2 3\n", None),
            ("-- -- --", None),
            ("", None),
        ] {
            assert_eq!(shown(text).as_deref(), due, "{text}");
        }
    }

    #[test]
    fn lists_whose_blanks_or_lines_were_joined() {
        for (text, due) in [
            (
                "Id : 1 SkuPartNumber : A B Status : Enabled",
                "Id=1 SkuPartNumber=A B Status=Enabled",
            ),
            (
                "Id : 1\nSkuPartNumber : A\nStatus : Enabled\nRegards",
                "Id=1 SkuPartNumber=A Status=Enabled",
            ),
            ("Here it is:\n\nId : 1\nSku :\nA\nStatus : x\n\nRegards", "Id=1 Sku=A Status=x"),
            (
                "Id : 1 Sku : A Status : x Id : 2 Sku : B Status : y",
                "Id=1 Sku=A Status=x|Id=2 Sku=B Status=y",
            ),
            (
                "Id : 1\nSku : A\nStatus : x\n\nId : 2\nSku : B\nStatus : y\n",
                "Id=1 Sku=A Status=x|Id=2 Sku=B Status=y",
            ),
            // One line is not in the column of the others.
            (
                "Id       : 1\nSku      : A\nCommerceId : c\nStatus   : x",
                "Id=1 Sku=A CommerceId=c Status=x",
            ),
            // In the column of the others, a value may have a colon.
            ("Id   : 1\nName : Contoso : x\nC    : 2\n", "Id=1 Name=Contoso : x C=2"),
        ] {
            let (list, _) = printed_list(text).unwrap();
            let shown = |object: &Value<'_>| {
                let members = object.map().unwrap_or_default().iter();
                let members =
                    members.map(|(name, value)| format!("{name}={}", value.text().unwrap()));
                members.collect::<Vec<_>>().join(" ")
            };
            let objects: Vec<_> = list.list().unwrap().iter().map(shown).collect();
            assert_eq!(objects.join("|"), due, "{text}");
        }
        // Names that begin anywhere cost no more than reading the text a few times.
        let text = "A : ".repeat(100_000);
        assert!(printed_list(&text).is_none());
    }
}
