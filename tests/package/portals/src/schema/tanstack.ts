import { FormApi } from "@tanstack/form-core";
import { init } from "cpor-preflight";
import { claimSchema } from "cpor-preflight/schema";

// TanStack takes no promise from a schema: load first.
await init();
const schema = claimSchema({ fields: ["customerTenantId", "partnerId"] });

export const form = new FormApi({
  defaultValues: { customerTenantId: "", partnerId: "" },
  validators: { onChange: schema },
});
