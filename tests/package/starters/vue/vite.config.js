import vue from "@vitejs/plugin-vue";

const isCustomElement = (tag) => tag.startsWith("cpor-");

export default { plugins: [vue({ template: { compilerOptions: { isCustomElement } } })] };
