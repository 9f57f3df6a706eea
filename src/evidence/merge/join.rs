//! Joins rows that have the same key, and statements about the same fact.

use crate::date::Date;
use crate::evidence::recency;
use crate::order::sorted;

/// Sorts the rows by key and joins all rows of a key into the first one, by calling `both(first,
/// other)`.
pub fn join<T>(
    rows: &mut Vec<T>,
    key: impl Fn(&T) -> String,
    join_pair: &mut dyn FnMut(&mut T, &mut T),
) {
    let keys = sorted(rows.iter().map(key));
    let mut is_same = sort_by_keys(&keys, &mut |a, b| rows.swap(a, b)).into_iter().skip(1);
    rows.dedup_by(|row, first| {
        let is_same = is_same.next() == Some(true);
        if is_same {
            join_pair(first, row);
        }
        is_same
    });
}

/// Sorts rows by their keys with swaps. Returns for each row whether its key is that of the row
/// before.
pub fn sort_by_keys(keys: &[(String, usize)], swap: &mut dyn FnMut(usize, usize)) -> Vec<bool> {
    let mut is_same = vec![false];
    is_same.extend(keys.windows(2).map(|pair| matches!(pair, [(a, _), (b, _)] if a == b)));
    let mut targets = vec![0; keys.len()];
    for (target, (_, position)) in keys.iter().enumerate() {
        targets.get_mut(*position).into_iter().for_each(|at| *at = target);
    }
    for position in 0..targets.len() {
        while let Some(target) = targets.get(position).copied().filter(|target| *target != position)
        {
            swap(position, target);
            targets.swap(position, target);
        }
    }
    is_same
}

/// A value and the day as of which it holds.
pub type Stated<'s, T> = (&'s mut Option<T>, &'s mut Option<Date>);

/// Keeps in `a` the statement that counts: known over unknown, newer over older, and otherwise the
/// worse one. Returns whether the two differ.
pub fn keep_newer<T: PartialEq>(
    a: Stated<'_, T>,
    b: Stated<'_, T>,
    worse: fn(&T, &T) -> bool,
) -> bool {
    let (differ, is_worse) = match (&*a.0, &*b.0) {
        (Some(one), Some(other)) => (one != other, worse(other, one)),
        _ => (false, false),
    };
    let (rank_a, rank_b) = ((a.0.is_some(), recency(*a.1)), (b.0.is_some(), recency(*b.1)));
    if rank_b > rank_a || rank_b == rank_a && is_worse {
        std::mem::swap(a.0, b.0);
        std::mem::swap(a.1, b.1);
    }
    differ
}

/// Keeps the greater one in `a`. Known values are greater than unknown ones.
pub fn keep_greater<T: PartialOrd>(a: &mut T, b: &mut T) {
    if *b > *a {
        std::mem::swap(a, b);
    }
}

/// Keeps the earlier known day in `a`.
pub fn keep_earlier(a: &mut Option<Date>, b: Option<Date>) {
    *a = a.take().into_iter().chain(b).min();
}
