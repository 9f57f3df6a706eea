//! What earlier rows claimed.

use super::{CodeNumber, RowFinding};
use crate::claim::Field;
use crate::code::{Code, CrossRowCode};
use crate::facts::{Facts, hash};
use crate::guid::mixed;
use crate::paste;

/// For each thing claimed, by a hash of its identifiers, the first row and its tenant: 16 to 32
/// bytes a row.
#[derive(Debug, Default)]
pub struct Seen {
    /// Open addressing; a hash of 0 is an empty place. Their number is a power of two.
    places: Vec<Place>,
    seed: u64,
    taken: usize,
}

#[derive(Clone, Copy, Debug, Default)]
struct Place {
    hash: u64,
    row: u32,
    tenant: u32,
}

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
            (Some(subscription), ..) => (subscription.hash(self.seed), Field::SubscriptionId),
            (None, Some(tenant), Some(product)) => {
                let product = match facts.product.known_by() {
                    Some((name, part_number)) => {
                        mixed(hash(name.as_bytes()) ^ hash(part_number.as_bytes()))
                    }
                    None => hash(paste::slug(product).as_bytes()),
                };
                (mixed(tenant.hash(self.seed) ^ product), Field::Product)
            }
            _ => return,
        };
        // Where the tenant is not known, nothing can be said of two tenants.
        let tenant = tenant.map_or(0, |tenant| tenant.hash(self.seed) as u32 | 1);
        let Some(earlier) = self.note(Place { hash: thing | 1, row, tenant }) else { return };
        let mut say = |code: CrossRowCode| {
            let code = Code::ALL.len() as CodeNumber + code as CodeNumber;
            found.push(RowFinding { row, code, field: Some(field), other_row: earlier.row });
        };
        if earlier.tenant == tenant || earlier.tenant == 0 || tenant == 0 {
            say(CrossRowCode::DuplicateInFile);
        } else {
            say(CrossRowCode::SubscriptionUnderTwoTenants);
        }
    }

    /// The earlier one of the same hash; else this one is kept.
    fn note(&mut self, new: Place) -> Option<Place> {
        if self.taken * 4 >= self.places.len() * 3 {
            self.grow();
        }
        let size = self.places.len();
        let within = size.wrapping_sub(1);
        // The lowest bit is always set.
        let mut at = (new.hash >> 1) as usize & within;
        loop {
            let place = self.places.get_mut(at)?;
            if place.hash == 0 {
                *place = new;
                self.taken += 1;
                return None;
            }
            if place.hash == new.hash {
                return Some(*place);
            }
            at = (at + 1) & within;
        }
    }

    fn grow(&mut self) {
        let size = (self.places.len() * 2).max(1024);
        let places = std::mem::replace(&mut self.places, vec![Place::default(); size]);
        self.taken = 0;
        for place in places {
            if place.hash != 0 {
                self.note(place);
            }
        }
    }
}
