// The forms of React and Vue on one page.

import { claimSchema } from "cpor-preflight/schema";
import { createRoot } from "react-dom/client";
import { useForm as useForm5 } from "vee-validate-5";
import { createApp, defineComponent, h } from "vue";
import { ClaimForm } from "./react-hook-form";
import { useClaimForm } from "./vee-validate";

const sent: Record<string, unknown> = {};
Object.assign(globalThis, { sent });
const place = (id: string) => document.getElementById(id) as HTMLElement;

createRoot(place("react")).render(
  <ClaimForm send={(claim) => Object.assign(sent, { react: claim })} />,
);

const schema = claimSchema({ fields: ["customerTenantId", "partnerId"] });
const useClaimForm5 = () => useForm5({ validationSchema: schema });
vueForm("vue4", useClaimForm);
vueForm("vue5", useClaimForm5 as unknown as typeof useClaimForm);

function vueForm(id: string, use: typeof useClaimForm) {
  const form = defineComponent(() => {
    const { defineField, handleSubmit, errors } = use();
    const [tenant] = defineField("customerTenantId");
    const [partner] = defineField("partnerId");
    const field = (label: string, model: typeof tenant) =>
      h("input", {
        "aria-label": label,
        onInput: ({ target }: Event) => {
          model.value = (target as HTMLInputElement).value;
        },
      });
    const onSubmit = handleSubmit((claim) => Object.assign(sent, { [id]: claim }));
    return () =>
      h("form", { onSubmit }, [
        field("Tenant", tenant),
        h("p", errors.value.customerTenantId),
        field("Partner ID", partner),
        h("p", errors.value.partnerId),
        h("button", "Send"),
      ]);
  });
  createApp(form).mount(place(id));
}
