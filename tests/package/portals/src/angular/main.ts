import {
  type AfterViewInit,
  Component,
  CUSTOM_ELEMENTS_SCHEMA,
  type ElementRef,
  type OnDestroy,
  signal,
  viewChild,
} from "@angular/core";
import { FormControl, ReactiveFormsModule } from "@angular/forms";
import { bootstrapApplication } from "@angular/platform-browser";
import type { Claim } from "cpor-preflight";
import { attach } from "cpor-preflight/attach";
import "cpor-preflight/define";
import { ClaimControl } from "./claim-control.js";

@Component({
  selector: "portal-app",
  imports: [ReactiveFormsModule, ClaimControl],
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <form #form (submit)="$event.preventDefault()" (claim-checked)="own.set($any($event).detail.verdict)">
      <label>Tenant <input name="customerTenantId" /></label>
      <button>Send</button>
    </form>
    <cpor-claim-form
      ruleset="2020-06"
      loading="eager"
      [formControl]="claim"
      [evidence]="evidence"
      (claim-report)="theirs.set($any($event).detail.verdict)"
    ></cpor-claim-form>
    <button type="button" (click)="claim.setValue({ product: 'Word' })">Word</button>
    <output id="bound">{{ claim.value?.product }}</output>
    <output id="own">{{ own() }}</output>
    <output id="theirs">{{ theirs() }}</output>
    <output id="status">{{ claim.status }}</output>
  `,
})
class Portal implements AfterViewInit, OnDestroy {
  readonly form = viewChild.required<ElementRef<HTMLFormElement>>("form");
  readonly claim = new FormControl<Claim>({});
  readonly evidence = { partnerIds: [{ id: "5357564", kind: "location" }] };
  readonly own = signal("");
  readonly theirs = signal("");
  #detach = () => {};

  ngAfterViewInit() {
    this.#detach = attach(this.form().nativeElement).detach;
  }
  ngOnDestroy() {
    this.#detach();
  }
}

bootstrapApplication(Portal);
