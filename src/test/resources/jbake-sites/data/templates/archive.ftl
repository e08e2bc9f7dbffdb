<#assign n = data.get("nhom.yaml")>${n.ten} ${n.so} ${n.thap?string("0.00")} ${n.dung?c} ${n.ngay?date?string("yyyy-MM-dd")}
<#list n.nguoi as x>${x.ten}:${x.tuoi} </#list>
<#list n.long.trong as x>${x} </#list>
keys: <#list n.thu_tu?keys as k>${k} </#list> / <#list n?keys?sort as k>${k} </#list>
list: <#list data.get("danh-sach.yml").data as x>${x} </#list>
sub: ${data.get("con/sau.yaml")?size}
uri: ${n.sourceuri} ${n.type} ${n.rendered?c} ${n.file} ${n.sha1}
datas: <#list datas as d>${d.sourceuri} </#list> ${datas?size} ${published_datas?size} ${db.getDocumentCount("data")} all: ${all_content?size} published: ${published_content?size}
