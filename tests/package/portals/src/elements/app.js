import "cpor-preflight/define";
