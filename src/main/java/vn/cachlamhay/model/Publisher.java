package vn.cachlamhay.model;

/**
 * Who answers for the site; each part may be empty.
 *
 * @param governingBody cơ quan chủ quản
 * @param responsible chịu trách nhiệm nội dung
 * @param licence number and date of the licence
 */
public record Publisher(
    String governingBody,
    String responsible,
    String licence,
    String address,
    String phone,
    String email) {}
