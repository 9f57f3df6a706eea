import { Component, CUSTOM_ELEMENTS_SCHEMA, signal } from "@angular/core";
import { FormsModule } from "@angular/forms";
import type { Claim } from "cpor-preflight";
import "cpor-preflight/define";
import { ClaimControl } from "./claim-control";

@Component({
  selector: "app-root",
  imports: [FormsModule, ClaimControl],
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <form action="/check" method="post" ngNoForm>
      <cpor-claim-form name="claim" ruleset="2023-10" heading-level="3" [(ngModel)]="claim" #control="ngModel"></cpor-claim-form>
      <button type="button" (click)="word()">Word</button>
      <button formnovalidate>Save draft</button>
      <output id="product">{{ claim().product }}</output>
      <output id="status">{{ control.status }}</output>
    </form>
  `,
})
export class App {
  readonly claim = signal<Claim>({ partnerId: "5357564" });

  word() {
    this.claim.update((claim) => ({ ...claim, product: "Word" }));
  }
}
