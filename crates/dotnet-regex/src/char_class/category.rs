//! `\p{...}`: general categories and blocks by .NET's names.

use super::Range;
use super::block_table::BLOCKS;
use super::category_table::CATEGORY_RUNS;

/// Names of the general categories, at the number that `System.Globalization.UnicodeCategory` gives each.
const CATEGORIES: [&str; 30] = [
    "Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "No", "Zs", "Zl", "Zp", "Cc", "Cf", "Cs",
    "Co", "Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po", "Sm", "Sc", "Sk", "So", "Cn",
];

/// Appends what the property `name` matches. `false` where .NET knows no such name.
pub(super) fn push_property(name: &str, ignore_case: bool, ranges: &mut Vec<Range>) -> bool {
    // a letter with case is any letter with case when case is ignored
    let cased = ignore_case && matches!(name, "Lu" | "Ll" | "Lt");
    let wanted = |category: u8| {
        let candidate = CATEGORIES[usize::from(category)];
        if cased { matches!(candidate, "Lu" | "Ll" | "Lt") } else { candidate.starts_with(name) }
    };
    let known = matches!(name.len(), 1 | 2) && CATEGORIES.iter().any(|category| category.starts_with(name));
    if known {
        push_categories(wanted, ranges);
        return true;
    }
    match BLOCKS.binary_search_by_key(&name, |&(block, _)| block) {
        Ok(index) => ranges.extend_from_slice(BLOCKS[index].1),
        Err(_) => return false,
    }
    true
}

fn push_categories(wanted: impl Fn(u8) -> bool, ranges: &mut Vec<Range>) {
    for (index, &(first, category)) in CATEGORY_RUNS.iter().enumerate() {
        if wanted(category) {
            let last = CATEGORY_RUNS.get(index + 1).map_or(0xFFFF, |&(next, _)| next - 1);
            ranges.push((first, last));
        }
    }
}
