// What makes <cpor-claim-form> a control of Angular's forms: its value is the claim, and what blocks
// the claim makes it invalid. For [formControl], formControlName and [(ngModel)].
import { Directive, ElementRef, forwardRef, inject } from "@angular/core";
import {
  type ControlValueAccessor,
  NG_VALIDATORS,
  NG_VALUE_ACCESSOR,
  type ValidationErrors,
  type Validator,
} from "@angular/forms";
import type { Claim } from "cpor-preflight";
import type { CporClaimForm } from "cpor-preflight/element";

@Directive({
  selector:
    "cpor-claim-form[formControl], cpor-claim-form[formControlName], cpor-claim-form[ngModel]",
  host: {
    "(input)": "onChange(element.value)",
    "(focusout)": "onTouched()",
    "(claim-report)": "onValidity()",
  },
  providers: [
    { provide: NG_VALUE_ACCESSOR, useExisting: forwardRef(() => ClaimControl), multi: true },
    { provide: NG_VALIDATORS, useExisting: forwardRef(() => ClaimControl), multi: true },
  ],
})
export class ClaimControl implements ControlValueAccessor, Validator {
  readonly element: CporClaimForm = inject(ElementRef).nativeElement;
  onChange: (claim: Claim) => void = () => {};
  onTouched = () => {};
  onValidity = () => {};

  writeValue(claim: Claim | null) {
    this.element.value = claim ?? {};
  }
  registerOnChange(act: (claim: Claim) => void) {
    this.onChange = act;
  }
  registerOnTouched(act: () => void) {
    this.onTouched = act;
  }
  setDisabledState(isDisabled: boolean) {
    this.element.toggleAttribute("disabled", isDisabled);
  }
  validate(): ValidationErrors | null {
    // A server has none.
    const isValid = this.element.validity?.valid ?? true;
    return isValid ? null : { claim: this.element.validationMessage };
  }
  registerOnValidatorChange(act: () => void) {
    this.onValidity = act;
  }
}
