//! What earlier rows claimed.

use std::num::{NonZeroU32, NonZeroU64};

use super::{CodeNumber, RowFinding};
use crate::claim::{Activity, Field, SolutionArea};
use crate::code::{Code, CrossRowCode};
use crate::facts::{Facts, hash};
use crate::guid::joined;
use crate::paste;
use crate::sku::short_name;

/// For each thing claimed, by a hash of its identifiers, and each activity, the first row and its
/// tenant: 22 to 43 bytes a row.
#[derive(Debug, Default)]
pub struct Seen {
    /// Open addressing. Their number is a power of two.
    places: Vec<Option<Place>>,
    seed: u64,
    taken: usize,
}

#[derive(Clone, Copy, Debug)]
struct Place {
    /// Of the thing, without its lowest bits.
    hash: NonZeroU64,
    row: u32,
    /// A hash, where the tenant is known.
    tenant: Option<NonZeroU32>,
}

/// The lowest bits of a hash stand for the activity: 0 for none.
const ACTIVITY: u64 = 0b11;
const _: () = assert!(Activity::ALL.len() as u64 <= ACTIVITY);

impl Place {
    /// Is it about the same thing, of whatever activity?
    const fn is_about(&self, other: &Self) -> bool {
        self.hash.get() | ACTIVITY == other.hash.get() | ACTIVITY
    }
}

const _: () = assert!(size_of::<Option<Place>>() == 16);

impl Seen {
    /// Nothing yet.
    pub fn new(seed: u64) -> Self {
        Self { seed, ..Self::default() }
    }

    /// Notes what the row claims, and says which earlier row claims the same.
    pub fn look(
        &mut self,
        row: u32,
        facts: &Facts<'_>,
        product: Option<&str>,
        found: &mut Vec<RowFinding>,
    ) {
        let tenant = facts.tenant_id();
        let subscription =
            facts.subscription.read().filter(|_| facts.area.is_none() || facts.is_business());
        let (thing, field) = match (subscription, tenant, product) {
            (Some(subscription), ..) => {
                // Where the evidence has both of its IDs, either one stands for it.
                let known = facts.records.first().map_or(*subscription, |record| record.id);
                (known.hash(self.seed), Field::SubscriptionId)
            }
            (None, Some(tenant), Some(product)) => {
                (joined(tenant.hash(self.seed), product_hash(facts, product)), Field::Product)
            }
            _ => return,
        };
        let activity = facts.activity.map_or(0, |activity| activity as u64 + 1);
        // Never zero, whatever the activity.
        let thing = (thing | (ACTIVITY + 1)) & !ACTIVITY;
        let hash = NonZeroU64::new(thing | activity).unwrap_or(NonZeroU64::MIN);
        let short = |hash: u64| NonZeroU32::new(hash as u32).unwrap_or(NonZeroU32::MIN);
        let tenant = tenant.map(|tenant| short(tenant.hash(self.seed)));
        let new = Place { hash, row, tenant };
        let (same, elsewhere) = self.note(new);
        let mut say = |code: CrossRowCode, other_row| {
            let code = Code::ALL.len() as CodeNumber + code as CodeNumber;
            found.push(RowFinding { row, code, field: Some(field), other_row });
        };
        if let Some(elsewhere) = elsewhere {
            say(CrossRowCode::SubscriptionUnderTwoTenants, elsewhere.row);
        } else if let Some(same) = same {
            say(CrossRowCode::DuplicateInFile, same.row);
        }
    }

    /// The earlier one of the same thing and activity, and one of the same thing under another tenant.
    /// Where there is none of the first kind, this one is kept.
    fn note(&mut self, new: Place) -> (Option<Place>, Option<Place>) {
        if self.taken * 4 >= self.places.len() * 3 {
            self.grow();
        }
        let (mut same, mut elsewhere) = (None, None);
        let within = self.places.len().wrapping_sub(1);
        let mut at = (new.hash.get() >> ACTIVITY.count_ones()) as usize & within;
        loop {
            match self.places.get_mut(at) {
                Some(Some(place)) => {
                    if place.is_about(&new) {
                        // Where one is not known, nothing can be said of two tenants.
                        let tenants = place.tenant.zip(new.tenant);
                        if tenants.is_some_and(|(one, other)| one != other) {
                            elsewhere = elsewhere.or(Some(*place));
                        }
                        if place.hash == new.hash {
                            same = Some(*place);
                        }
                    }
                    at = (at + 1) & within;
                }
                Some(empty) => {
                    if same.is_none() {
                        *empty = Some(new);
                        self.taken += 1;
                    }
                    return (same, elsewhere);
                }
                None => return (same, elsewhere),
            }
        }
    }

    fn grow(&mut self) {
        let size = (self.places.len() * 2).max(1024);
        let places = std::mem::replace(&mut self.places, vec![None; size]);
        self.taken = 0;
        for place in places.into_iter().flatten() {
            self.note(place);
        }
    }
}

/// The same for all names of a product. Microsoft 365 is claimed by workload.
fn product_hash(facts: &Facts<'_>, text: &str) -> u64 {
    let product = &facts.product;
    let workload = product.workload().filter(|_| facts.area == Some(SolutionArea::Microsoft365));
    if let Some(workload) = workload {
        return hash(workload.as_bytes());
    }
    match product.name_and_part_number() {
        Some((name, part_number)) => joined(hash(name.as_bytes()), hash(part_number.as_bytes())),
        None => match short_name(text) {
            short if short.is_empty() => hash(paste::slug(text).as_bytes()),
            short => hash(short.as_bytes()),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guid::mixed;

    /// Between three eighths and three quarters of the places are taken, once there are many.
    #[test]
    fn it_grows_when_it_is_rather_full() {
        let mut seen = Seen::new(5);
        for row in 1..=20_000 {
            let hash = NonZeroU64::new(mixed(u64::from(row))).unwrap();
            let place = Place { hash, row, tenant: None };
            assert!(seen.note(place).0.is_none());
            let again = seen.note(Place { row: 0, ..place }).0;
            assert_eq!(again.map(|earlier| earlier.row), Some(row));
            let (taken, places) = (row as usize, seen.places.len());
            assert!(
                taken * 4 <= places * 3 && (taken * 8 >= places * 3 || places == 1024),
                "{row}"
            );
        }
    }
}
