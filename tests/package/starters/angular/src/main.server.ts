import {
  type BootstrapContext,
  bootstrapApplication,
  provideClientHydration,
} from "@angular/platform-browser";
import { provideServerRendering, RenderMode, withRoutes } from "@angular/ssr";
import { App } from "./app";

const routes = withRoutes([{ path: "**", renderMode: RenderMode.Server }]);
const providers = [provideClientHydration(), provideServerRendering(routes)];

export default (context: BootstrapContext) => bootstrapApplication(App, { providers }, context);
