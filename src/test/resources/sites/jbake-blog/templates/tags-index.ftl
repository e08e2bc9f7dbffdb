<#include "header.ftl">
<ul><#list tags?sort_by("name") as tag><li>${tag.name?html} ${tag.uri} ${tag.tagged_posts?size}</li></#list></ul>
<#include "footer.ftl">
