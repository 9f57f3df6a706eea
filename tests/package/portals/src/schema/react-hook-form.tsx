import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
import { claimSchema } from "cpor-preflight/schema";
import { useForm } from "react-hook-form";

const schema = claimSchema({ fields: ["customerTenantId", "partnerId"] });
const resolver = standardSchemaResolver(schema);

export function ClaimForm({ send }: { send: (claim: { partnerId: string }) => void }) {
  const { register, handleSubmit, formState } = useForm({ resolver });
  const { customerTenantId, partnerId } = formState.errors;
  return (
    <form onSubmit={handleSubmit(send)}>
      <input aria-label="Tenant" {...register("customerTenantId")} />
      <p>{customerTenantId?.message}</p>
      <input aria-label="Partner ID" {...register("partnerId")} />
      <p>{partnerId?.message}</p>
      <button type="submit">Send</button>
    </form>
  );
}
