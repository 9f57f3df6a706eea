//! Counts how much of a text is looked at, in tests of this crate alone.

/// So many letters are looked at.
#[cfg(not(test))]
pub const fn add(_: usize) {}

#[cfg(test)]
thread_local! {
    static STEPS: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

/// So many letters are looked at.
#[cfg(test)]
pub fn add(letters: usize) {
    STEPS.set(STEPS.get() + letters);
}

/// How many letters are looked at meanwhile.
#[cfg(test)]
pub fn count(work: impl FnOnce()) -> usize {
    STEPS.set(0);
    work();
    STEPS.get()
}
