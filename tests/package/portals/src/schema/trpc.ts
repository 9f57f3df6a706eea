import { initTRPC } from "@trpc/server";
import { claimSchema } from "cpor-preflight/schema";

const { procedure, router, createCallerFactory } = initTRPC.create();

export const claims = router({
  file: procedure
    .input(claimSchema())
    .mutation(({ input }) => ({ filedFor: input.customerTenantId })),
});
export const createCaller = createCallerFactory(claims);
