//! What files are that are no text, by their first bytes.

use crate::exports::export::ProblemCode;

/// What the bytes of a file are.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Binary {
    /// A file that has others in it, under the name of its format.
    Container(&'static str),
    /// An Office file of the older kind, which nothing here opens.
    Compound(ProblemCode),
    /// Something that shows nothing of a claim.
    NotEvidence(ProblemCode),
}

impl Binary {
    /// Looks at the bytes; `None` for text.
    pub fn of(bytes: &[u8]) -> Option<Self> {
        use ProblemCode as P;
        let head = bytes.get(..LOOKED_AT.min(bytes.len())).unwrap_or_default();
        Some(match bytes {
            [b'P', b'K', 3, 4, ..] | [b'P', b'K', 5, 6, ..] | [b'P', b'K', 7, 8, ..] => zip(bytes),
            [0x1f, 0x8b, 8, ..] => Self::Container("GZIP"),
            [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ..] => Self::Compound(compound(bytes)),
            [0x89, b'P', b'N', b'G', ..]
            | [0xff, 0xd8, 0xff, ..]
            | [b'G', b'I', b'F', b'8', ..]
            | [b'B', b'M', _, _, _, _, 0, 0, 0, 0, ..]
            | [b'I', b'I', 42, 0, ..]
            | [b'M', b'M', 0, 42, ..]
            | [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..]
            | [0, 0, 0, _, b'f', b't', b'y', b'p', ..] => Self::NotEvidence(P::Image),
            [b'7', b'z', 0xbc, 0xaf, 0x27, 0x1c, ..]
            | [b'R', b'a', b'r', b'!', 0x1a, 7, ..]
            | [b'B', b'Z', b'h', b'1'..=b'9', b'1', b'A', b'Y', ..]
            | [0xfd, b'7', b'z', b'X', b'Z', 0, ..]
            | [0x28, 0xb5, 0x2f, 0xfd, ..] => Self::NotEvidence(P::Archive),
            _ if contains(head, b"%PDF-") => Self::NotEvidence(P::Pdf),
            _ => return None,
        })
    }
}

impl Binary {
    /// The format of a file that has others in it.
    pub const fn container(self) -> Option<&'static str> {
        match self {
            Self::Container(format) => Some(format),
            Self::Compound(_) => Some("OLE"),
            Self::NotEvidence(_) => None,
        }
    }
}

/// A PDF may have a few other bytes before it.
const LOOKED_AT: usize = 1024;

fn zip(bytes: &[u8]) -> Binary {
    use ProblemCode as P;
    // The names of the entries stand at the start of each and once more at the end.
    const ENDS: usize = 1 << 16;
    let head = bytes.get(..ENDS.min(bytes.len())).unwrap_or_default();
    let tail = bytes.get(bytes.len().saturating_sub(ENDS)..).unwrap_or_default();
    let has = |name: &[u8]| contains(head, name) || contains(tail, name);
    if has(b"xl/workbook.bin") || has(b"vnd.oasis.opendocument.spreadsheet") {
        Binary::NotEvidence(P::OldWorkbook)
    } else if has(b"xl/workbook.xml") || has(b"xl/worksheets/") {
        Binary::Container("XLSX")
    } else if has(b"word/document.xml") || has(b"ppt/presentation.xml") {
        Binary::NotEvidence(P::TextDocument)
    } else {
        Binary::Container("ZIP")
    }
}

/// The streams of a compound file have their names in UTF-16.
fn compound(bytes: &[u8]) -> ProblemCode {
    let has = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        contains(bytes, &name)
    };
    if has("EncryptedPackage") {
        ProblemCode::EncryptedWorkbook
    } else if has("__properties_version1.0") || has("__nameid_version1.0") {
        ProblemCode::Email
    } else if has("WordDocument") || has("PowerPoint Document") {
        ProblemCode::TextDocument
    } else {
        ProblemCode::OldWorkbook
    }
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn first_bytes() {
        use ProblemCode as P;
        let utf_16 =
            |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
        let ole = |stream: &str| {
            [&b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"[..], &[0; 600], &utf_16(stream)].concat()
        };
        let zip = |name: &str| [b"PK\x03\x04\x14\0\0\0", name.as_bytes()].concat();
        for (bytes, expected) in [
            (zip("a.csv"), Some(Binary::Container("ZIP"))),
            (b"PK\x05\x06".to_vec(), Some(Binary::Container("ZIP"))),
            (zip("[Content_Types].xml…xl/workbook.xml"), Some(Binary::Container("XLSX"))),
            (zip("…xl/workbook.bin"), Some(Binary::NotEvidence(P::OldWorkbook))),
            (
                zip("mimetypeapplication/vnd.oasis.opendocument.spreadsheet"),
                Some(Binary::NotEvidence(P::OldWorkbook)),
            ),
            (zip("word/document.xml"), Some(Binary::NotEvidence(P::TextDocument))),
            (b"\x1f\x8b\x08\0".to_vec(), Some(Binary::Container("GZIP"))),
            (ole("Workbook"), Some(Binary::Compound(P::OldWorkbook))),
            (ole("EncryptedPackage"), Some(Binary::Compound(P::EncryptedWorkbook))),
            (ole("__properties_version1.0"), Some(Binary::Compound(P::Email))),
            (ole("WordDocument"), Some(Binary::Compound(P::TextDocument))),
            (b"\n%PDF-1.7\n".to_vec(), Some(Binary::NotEvidence(P::Pdf))),
            (b"\x89PNG\r\n\x1a\n".to_vec(), Some(Binary::NotEvidence(P::Image))),
            (b"\xff\xd8\xff\xe0".to_vec(), Some(Binary::NotEvidence(P::Image))),
            (b"GIF89a".to_vec(), Some(Binary::NotEvidence(P::Image))),
            (b"7z\xbc\xaf\x27\x1c".to_vec(), Some(Binary::NotEvidence(P::Archive))),
            (b"PK,b\n1,2\n".to_vec(), None),
            (b"BMW,b\n1,2\n".to_vec(), None),
            (b"\xff\xfea\0".to_vec(), None),
            (b"{\"a\":1}".to_vec(), None),
            (Vec::new(), None),
        ] {
            assert_eq!(Binary::of(&bytes), expected, "{bytes:?}");
        }
    }
}
