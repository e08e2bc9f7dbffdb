<#list tags?sort_by("name") as t>${t.name} ${t.uri}
</#list>
