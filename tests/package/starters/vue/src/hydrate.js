import { createSSRApp } from "vue";
import App from "./RenderedApp.vue";

createSSRApp(App).mount("#app");
