"use server";
import { checkClaim, init } from "cpor-preflight";
import { claimFrom } from "cpor-preflight/attach";

export async function check(_, posted) {
  await init();
  const fields = [...posted].map(([name, value]) => [name.replace("claim.", ""), value]);
  const { verdict, findings } = checkClaim(claimFrom(new URLSearchParams(fields)));
  return `${verdict}: ${findings[0].code}`;
}
