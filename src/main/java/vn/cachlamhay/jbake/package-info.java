/**
 * Step 4, and all that touches JBake: its configuration, its document model, its store, its
 * template variables and its service interfaces, driven by our own loop.
 */
package vn.cachlamhay.jbake;
