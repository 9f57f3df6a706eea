//! Where a source can be changed, and how each place is written with its switches. What is written
//! stands between marks, `/*{7 8*/` and `/*}*/`: an error of the compiler in there is a fault of these
//! changes, the innermost ones.

use std::collections::{BTreeMap, BTreeSet};
use std::mem::take;
use std::ops::Range;

use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{
    Arm, Attribute, BinOp, Block, Expr, ExprBinary, ExprBlock, ExprClosure, ExprLet, ExprMatch,
    ExprStruct, ExprUnary, FieldValue, ImplItemConst, ImplItemFn, ItemConst, ItemFn, ItemStatic,
    Pat, ReturnType, Signature, Stmt, Type,
};

use crate::edits::Edits;
use crate::{Answer, Mutant};

const END: &str = "/*}*/";

/// The changes of a source.
pub struct Sites<'a> {
    source: &'a str,
    /// Where each line starts, in bytes.
    lines: Vec<usize>,
    constant: &'a BTreeSet<String>,
    /// By offset: those not yet met.
    waiting: BTreeMap<usize, Vec<(usize, &'a Mutant)>>,
    switched: BTreeSet<usize>,
    unbuilt: BTreeSet<usize>,
    edits: Edits,
    /// How many constant items and functions stand around this place.
    constants: usize,
}

impl<'a> Sites<'a> {
    pub fn new(
        source: &'a str,
        mutants: impl Iterator<Item = (usize, &'a Mutant)>,
        constant: &'a BTreeSet<String>,
    ) -> Self {
        let ends = source.match_indices('\n').map(|(at, _)| at + 1);
        let mut sites = Self {
            source,
            lines: std::iter::once(0).chain(ends).collect(),
            constant,
            waiting: BTreeMap::new(),
            switched: BTreeSet::new(),
            unbuilt: BTreeSet::new(),
            edits: Edits::default(),
            constants: 0,
        };
        for (number, mutant) in mutants {
            let place = mutant.span.start;
            let at = sites.offset(place.line, place.column - 1);
            sites.waiting.entry(at).or_default().push((number, mutant));
        }
        sites
    }

    /// Finds the place of every change.
    pub fn visit(&mut self) -> syn::Result<()> {
        self.visit_file(&syn::parse_file(self.source)?);
        Ok(())
    }

    /// The source with its switches.
    pub fn written(self, answer: &mut Answer) -> String {
        answer.switched.extend(self.switched);
        answer.unbuilt.extend(self.unbuilt);
        answer.left.extend(self.waiting.values().flatten().map(|(number, _)| number));
        self.edits.apply(self.source)
    }

    fn offset(&self, line: usize, column: usize) -> usize {
        let start = self.lines[line - 1];
        let rest = &self.source[start..];
        start + rest.char_indices().nth(column).map_or(rest.len(), |(at, _)| at)
    }

    fn part(&self, of: &impl Spanned) -> Range<usize> {
        let (start, end) = (of.span().start(), of.span().end());
        self.offset(start.line, start.column)..self.offset(end.line, end.column)
    }

    /// The changes of this kind at this place, as number and replacement; none in a constant.
    fn take(&mut self, at: usize, genre: &str) -> Vec<Switch<'a>> {
        let Some(here) = self.waiting.get_mut(&at).filter(|_| self.constants == 0) else {
            return Vec::new();
        };
        let (taken, rest) = here.drain(..).partition(|(_, mutant)| mutant.genre == genre);
        *here = rest;
        let taken: Vec<(usize, &Mutant)> = taken;
        self.switched.extend(taken.iter().map(|(number, _)| number));
        taken.iter().map(|(number, mutant)| (*number, mutant.replacement.as_str())).collect()
    }

    /// A constant: what stands in it cannot ask for a switch.
    fn inside_constant(&mut self, visit: impl FnOnce(&mut Self)) {
        self.constants += 1;
        visit(self);
        self.constants -= 1;
    }

    /// A function: its value can be replaced. `const` keeps switches out, so it goes where it can.
    fn function(&mut self, signature: &Signature, block: &Block, visit: impl FnOnce(&mut Self)) {
        match signature.constness {
            Some(_) if self.constant.contains(&signature.ident.to_string()) => {
                self.inside_constant(visit);
            }
            Some(token) => {
                self.edits.replace(self.part(&token), "");
                self.value(&signature.output, block, visit);
            }
            None => self.value(&signature.output, block, visit),
        }
    }

    fn value(&mut self, output: &ReturnType, block: &Block, visit: impl FnOnce(&mut Self)) {
        let first = block.stmts.first().map(|first| self.part(first).start);
        let mutants = first.map_or_else(Vec::new, |first| self.take(first, "FnValue"));
        match items_tail(output, block) {
            Some(tail) if !mutants.is_empty() => {
                let part = self.part(tail);
                self.edits.open(part.start, &items(&mutants));
                visit(self);
                self.edits.close(part.end, &format!("){END}"));
            }
            _ => {
                let returns: String = mutants.iter().map(returned).collect();
                self.edits.open(self.part(block).start + 1, &returns);
                visit(self);
            }
        }
    }

    /// `a && b` and `a || b`: the second is asked only where the first leaves it open.
    fn logical(&mut self, binary: &ExprBinary, mutants: &[Switch<'_>]) {
        let decides = if matches!(binary.op, BinOp::And(_)) { "" } else { "!" };
        let number = mutants.first().map_or(0, |(number, _)| *number);
        let starts = format!("({}{{ let left_ = ", mark(mutants));
        let asks = format!("; if left_ == {decides}crate::mutant({number}) {{ left_ }} else {{ ");
        self.edits.open(self.part(&*binary.left).start, &starts);
        self.edits.replace(self.part(&binary.op), &asks);
        visit::visit_expr_binary(self, binary);
        self.edits.close(self.part(&*binary.right).end, &format!(" }} }}{END})"));
    }

    /// Comparisons look at their operands, other operators take them.
    fn operator(&mut self, binary: &ExprBinary, mutants: &[Switch<'_>]) {
        let operator = self.part(&binary.op);
        let by = if is_comparison(binary.op) { "&" } else { "" };
        let starts = format!("({}match ({by}(", mark(mutants));
        self.edits.open(self.part(&*binary.left).start, &starts);
        self.edits.replace(operator.clone(), &format!("), {by}("));
        visit::visit_expr_binary(self, binary);
        let original = &self.source[operator];
        let branches = branches(mutants, original, |operator| format!("left_ {operator} right_"));
        let ends = format!(")) {{ (left_, right_) => {branches} }}{END})");
        self.edits.close(self.part(&*binary.right).end, &ends);
    }

    /// `a += b`: the place is written again for each way to change it.
    fn assignment(&mut self, binary: &ExprBinary, mutants: &[Switch<'_>]) {
        let (place, operator) = (self.part(&*binary.left), self.part(&binary.op));
        self.edits.replace(place.start..operator.end, &format!("{{{}match ", mark(mutants)));
        self.visit_expr(&binary.right);
        let (place, original) = (&self.source[place], &self.source[operator]);
        let branches = branches(mutants, original, |operator| format!("{place} {operator} right_"));
        let ends = format!(" {{ right_ => {branches} }}{END}}}");
        self.edits.close(self.part(&*binary.right).end, &ends);
    }

    /// `field: value` before a `..rest`: the field can be the rest's.
    fn field(&mut self, path: &str, field: &FieldValue, rest: &Expr) {
        let part = self.part(field);
        let mutants = self.take(part.start, "StructField");
        let Some((number, _)) = mutants.first() else {
            return self.visit_field_value(field);
        };
        let name = &self.source[self.part(&field.member)];
        let rest = &self.source[self.part(rest)];
        let others = format!("let rest_: {path} = {rest}; rest_.{name}");
        let switch = format!("{}{} else {{ ", mark(&mutants), when(*number, &others));
        match field.colon_token {
            Some(_) => self.edits.open(self.part(&field.expr).start, &switch),
            None => self.edits.open(part.start, &format!("{name}: {switch}")),
        }
        self.visit_field_value(field);
        self.edits.close(part.end, &format!(" }}{END}"));
    }

    /// An arm can be passed over, and its condition be always or never met.
    fn guard(&mut self, arm: &Arm, guard: &Expr) {
        let part = self.part(guard);
        let deleted = self.take(self.part(arm).start, "MatchArm");
        let keeps = |(number, _): &Switch<'_>| {
            format!("{}!crate::mutant({number}){END} && ", mark(&deleted))
        };
        let keeps: String = deleted.iter().map(keeps).collect();
        self.edits.open(part.start, &keeps);
        if has_let(guard) {
            return visit::visit_arm(self, arm);
        }
        let replaced = self.take(part.start, "MatchArmGuard");
        let always = |(number, value): &Switch<'_>| format!("{} else ", when(*number, value));
        let always: String = replaced.iter().map(always).collect();
        let (starts, ends) =
            if replaced.is_empty() { (String::new(), "") } else { (mark(&replaced), END) };
        self.edits.open(part.start, &format!("{{ {starts}{always}{{ "));
        visit::visit_arm(self, arm);
        self.edits.close(part.end, &format!(" }}{ends} }}"));
    }

    fn does_not_compile(&mut self, mutants: &[Switch<'_>]) {
        for (number, _) in mutants {
            self.switched.remove(number);
            self.unbuilt.insert(*number);
        }
    }

    /// A function that only a build with fewer features has: the tests are built with all.
    fn is_left_out(&mut self, attributes: &[Attribute], function: &impl Spanned) -> bool {
        let is_left_out = self.is_of_smaller_build(attributes);
        if is_left_out {
            let inside = self.waiting.range_mut(self.part(function)).map(|(_, here)| take(here));
            self.unbuilt.extend(inside.flatten().map(|(number, _)| number));
        }
        is_left_out
    }

    fn is_of_smaller_build(&self, attributes: &[Attribute]) -> bool {
        attributes.iter().any(|attribute| {
            attribute.path().is_ident("cfg")
                && self.source[self.part(attribute)].starts_with("#[cfg(not(feature")
        })
    }
}

impl<'ast> Visit<'ast> for Sites<'_> {
    fn visit_item_fn(&mut self, item: &'ast ItemFn) {
        if self.is_left_out(&item.attrs, item) {
            return;
        }
        self.function(&item.sig, &item.block, |sites| visit::visit_item_fn(sites, item));
    }

    fn visit_impl_item_fn(&mut self, item: &'ast ImplItemFn) {
        if self.is_left_out(&item.attrs, item) {
            return;
        }
        self.function(&item.sig, &item.block, |sites| visit::visit_impl_item_fn(sites, item));
    }

    fn visit_item_const(&mut self, item: &'ast ItemConst) {
        self.inside_constant(|sites| visit::visit_item_const(sites, item));
    }

    fn visit_item_static(&mut self, item: &'ast ItemStatic) {
        self.inside_constant(|sites| visit::visit_item_static(sites, item));
    }

    fn visit_impl_item_const(&mut self, item: &'ast ImplItemConst) {
        self.inside_constant(|sites| visit::visit_impl_item_const(sites, item));
    }

    fn visit_expr_binary(&mut self, binary: &'ast ExprBinary) {
        let mutants = self.take(self.part(&binary.op).start, "BinaryOperator");
        if mutants.is_empty() {
            visit::visit_expr_binary(self, binary);
        } else if has_let(&binary.left) || has_let(&binary.right) {
            // `let` cannot stand in an `||`.
            self.does_not_compile(&mutants);
            visit::visit_expr_binary(self, binary);
        } else if matches!(binary.op, BinOp::And(_) | BinOp::Or(_)) {
            self.logical(binary, &mutants);
        } else if is_assignment(binary.op) {
            self.assignment(binary, &mutants);
        } else {
            self.operator(binary, &mutants);
        }
    }

    fn visit_expr_unary(&mut self, unary: &'ast ExprUnary) {
        let part = self.part(unary);
        let mutants = self.take(part.start, "UnaryOperator");
        if mutants.is_empty() {
            return visit::visit_expr_unary(self, unary);
        }
        let operator = self.part(&unary.op);
        let branches =
            branches(&mutants, &self.source[operator.clone()], |sign| format!("{sign}value_"));
        self.edits.replace(operator, &format!("({}{{ let value_ = ", mark(&mutants)));
        self.visit_expr(&unary.expr);
        self.edits.close(part.end, &format!("; {branches} }}{END})"));
    }

    /// Without an arm that takes all, each of the others is needed.
    fn visit_expr_match(&mut self, expression: &'ast ExprMatch) {
        let unguarded = || expression.arms.iter().filter(|arm| arm.guard.is_none());
        let has_rest =
            unguarded().any(|arm| takes_all(&arm.pat) && !self.is_of_smaller_build(&arm.attrs));
        if !has_rest {
            for arm in unguarded() {
                let deleted = self.take(self.part(arm).start, "MatchArm");
                self.does_not_compile(&deleted);
            }
        }
        visit::visit_expr_match(self, expression);
    }

    fn visit_arm(&mut self, arm: &'ast Arm) {
        if let Some((_, guard)) = &arm.guard {
            return self.guard(arm, guard);
        }
        let deleted = self.take(self.part(arm).start, "MatchArm");
        for (number, _) in &deleted {
            let guard = format!(" if {}!crate::mutant({number}){END}", mark(&deleted));
            self.edits.close(self.part(&arm.pat).end, &guard);
        }
        visit::visit_arm(self, arm);
    }

    fn visit_expr_struct(&mut self, expression: &'ast ExprStruct) {
        let path = self.source[self.part(&expression.path)].to_string();
        let Some(rest) = &expression.rest else {
            return visit::visit_expr_struct(self, expression);
        };
        for field in &expression.fields {
            self.field(&path, field, rest);
        }
        self.visit_expr(rest);
    }
}

/// The number of a change, and what it has instead.
type Switch<'a> = (usize, &'a str);

/// The mark that these changes begin here.
fn mark(mutants: &[Switch<'_>]) -> String {
    let numbers: Vec<String> = mutants.iter().map(|(number, _)| number.to_string()).collect();
    format!("/*{{{}*/", numbers.join(" "))
}

/// `if` with what is done in this change.
fn when(number: usize, instead: &str) -> String {
    format!("if crate::mutant({number}) {{ {}{instead}{END} }}", mark(&[(number, "")]))
}

/// An `if` with a branch for each change, and the original last.
fn branches(mutants: &[Switch<'_>], original: &str, with: impl Fn(&str) -> String) -> String {
    let changed =
        |(number, operator): &Switch<'_>| format!("{} else ", when(*number, &with(operator)));
    let changed: String = mutants.iter().map(changed).collect();
    format!("{changed}{{ {} }}", with(original))
}

fn returned((number, value): &Switch<'_>) -> String {
    let value = if *value == "()" { "" } else { value };
    format!("\n{}", when(*number, &format!("return {value};")))
}

/// The start of an iterator that these changes can replace.
fn items(mutants: &[Switch<'_>]) -> String {
    let some = |value: &str| format!("Some(({value}).collect::<Vec<_>>())");
    let instead = |(number, value): &Switch<'_>| format!("{} else ", when(*number, &some(value)));
    let instead: String = mutants.iter().map(instead).collect();
    format!("{}crate::mutant_items({instead}{{ None }}, ", mark(mutants))
}

/// The value at the end of a function that says of it only that it is an iterator.
fn items_tail<'b>(output: &ReturnType, block: &'b Block) -> Option<&'b Expr> {
    let ReturnType::Type(_, output) = output else { return None };
    match (&**output, block.stmts.last()?) {
        (Type::ImplTrait(_), Stmt::Expr(tail, None)) => Some(tail),
        _ => None,
    }
}

fn is_comparison(operator: BinOp) -> bool {
    use BinOp::{Eq, Ge, Gt, Le, Lt, Ne};
    matches!(operator, Eq(_) | Ne(_) | Lt(_) | Le(_) | Gt(_) | Ge(_))
}

fn is_assignment(operator: BinOp) -> bool {
    use BinOp::{
        AddAssign, BitAndAssign, BitOrAssign, BitXorAssign, DivAssign, MulAssign, RemAssign,
        ShlAssign, ShrAssign, SubAssign,
    };
    matches!(operator, AddAssign(_) | SubAssign(_) | MulAssign(_) | DivAssign(_) | RemAssign(_))
        || matches!(operator, BitAndAssign(_) | BitOrAssign(_) | BitXorAssign(_))
        || matches!(operator, ShlAssign(_) | ShrAssign(_))
}

fn takes_all(pattern: &Pat) -> bool {
    match pattern {
        Pat::Wild(_) => true,
        // A constant or a variant begins with a capital letter.
        Pat::Ident(name) => {
            name.subpat.is_none() && name.ident.to_string().starts_with(char::is_lowercase)
        }
        Pat::Tuple(tuple) => tuple.elems.iter().all(takes_all),
        _ => false,
    }
}

/// Whether a condition binds names for what follows it.
fn has_let(condition: &Expr) -> bool {
    struct Lets(bool);
    impl<'ast> Visit<'ast> for Lets {
        fn visit_expr_let(&mut self, _: &'ast ExprLet) {
            self.0 = true;
        }
        fn visit_expr_closure(&mut self, _: &'ast ExprClosure) {}
        fn visit_expr_block(&mut self, _: &'ast ExprBlock) {}
        fn visit_expr_match(&mut self, _: &'ast ExprMatch) {}
    }
    let mut lets = Lets(false);
    lets.visit_expr(condition);
    lets.0
}
