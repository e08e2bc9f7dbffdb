<#macro link document><a href="${content.rootpath!""}${document.uri}">${document.title?html}</a></#macro>
<#macro day date><time>${date?string("dd/MM/yyyy HH:mm")}</time></#macro>
