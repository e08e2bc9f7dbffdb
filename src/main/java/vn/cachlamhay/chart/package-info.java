/** Small charts as SVG, made while the site is baked. */
package vn.cachlamhay.chart;
