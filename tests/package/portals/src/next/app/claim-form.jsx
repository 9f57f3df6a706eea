"use client";
import "cpor-preflight/define";

export function ClaimForm() {
  return (
    <form>
      <cpor-claim-form name="claim" ruleset="2020-06" loading="eager" />
    </form>
  );
}
