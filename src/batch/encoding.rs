//! Text that is not UTF-8.

/// What is not UTF-8 is read as Windows-1252, which older spreadsheets write. It differs from
/// Latin-1 in these 32 places.
///
/// source: WHATWG, Encoding Standard, index windows-1252
pub fn windows_1252(bytes: &[u8]) -> String {
    const FROM_80: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž',
        '\u{8f}', '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}',
        'ž', 'Ÿ',
    ];
    let character = |byte: &u8| {
        let special = byte.checked_sub(0x80).and_then(|at| FROM_80.get(usize::from(at)));
        special.copied().unwrap_or(char::from(*byte))
    };
    bytes.iter().map(character).collect()
}
