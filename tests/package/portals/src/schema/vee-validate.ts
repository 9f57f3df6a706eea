import { type ClaimSchema, claimSchema } from "cpor-preflight/schema";
import { useForm } from "vee-validate";

const schema = claimSchema({ fields: ["customerTenantId", "partnerId"] });

/** Version 5 takes the schema as it is. */
function forVersion4<Values extends object>({ "~standard": { validate } }: ClaimSchema<Values>) {
  return {
    __type: "VVTypedSchema" as const,
    async parse(values: Values) {
      const { issues = [], ...valid } = await validate(values);
      const errors = issues.map(({ path = [], message }) => ({
        path: path.join("."),
        errors: [message],
      }));
      return { ...valid, errors };
    },
  };
}

export const useClaimForm = () => useForm({ validationSchema: forVersion4(schema) });
